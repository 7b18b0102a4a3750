import type { Json, Trip } from '../shared/database.ts';
import { questionProofs } from './question-proofs.ts';
import { scheduleFrom } from './schedule.ts';
import { watchSchedule } from './watch-schedule.ts';

export interface Swap {
  readonly scheduleId: string;
  readonly from: Date;
  readonly until: Date;
  /** Who is on call instead. */
  readonly personId: string;
  readonly byId?: string | null;
}

/** Puts somebody else on call for a while, on top of every earlier override, and writes it to the audit log. */
export async function overrideShift(
  { tx, run, now, random }: Trip,
  { scheduleId, from, until, personId, byId }: Swap,
): Promise<'swapped' | 'not-found' | 'empty'> {
  if (until <= from) return 'empty';
  // Two swaps at once must not overwrite each other: the list is read and written under the row's lock.
  await tx.$queryRaw`SELECT id FROM schedule WHERE id = ${scheduleId} FOR UPDATE`;
  const row = await tx.schedule.findUnique({ where: { id: scheduleId } });
  if (!row) return 'not-found';
  const { overrides } = scheduleFrom(row);
  const after = [...overrides, { from, until, personId }].map(one => ({
    from: one.from.toISOString(),
    until: one.until.toISOString(),
    personId: one.personId,
  }));
  await tx.schedule.update({ where: { id: scheduleId }, data: { overrides: after } });
  await tx.audit.create({
    data: {
      id: random.id(),
      at: now,
      actorId: byId ?? null,
      action: 'swap',
      subject: scheduleId,
      before: row.overrides as Json,
      after,
    },
  });
  await questionProofs({ tx, run, now });
  await watchSchedule({ tx, now }, scheduleId);
  return 'swapped';
}
