import type { Json, Trip } from '../shared/database.ts';
import { questionProofs } from './question-proofs.ts';
import { type Override, scheduleFrom } from './schedule.ts';
import { watchSchedule } from './watch-schedule.ts';

/** An override to be taken back. */
export interface EndedOverride extends Override {
  readonly scheduleId: string;
  readonly byId: string;
}

/** Takes an override back, so that whoever had the turn has it again, and writes it to the audit log. */
export async function endOverride(
  { tx, run, now, random }: Trip,
  { scheduleId, byId, ...ended }: EndedOverride,
): Promise<'ended' | 'not-found'> {
  // As with a swap: the list is read and written under the row's lock.
  await tx.$queryRaw`SELECT id FROM schedule WHERE id = ${scheduleId} FOR UPDATE`;
  const row = await tx.schedule.findUnique({ where: { id: scheduleId } });
  if (!row) return 'not-found';
  const { overrides } = scheduleFrom(row);
  const left = overrides.filter(one => !isSame(one, ended));
  if (left.length === overrides.length) return 'not-found';
  const after = left.map(({ from, until, personId }) => ({
    from: from.toISOString(),
    until: until.toISOString(),
    personId,
  }));
  await tx.schedule.update({ where: { id: scheduleId }, data: { overrides: after } });
  await tx.audit.create({
    data: {
      id: random.id(),
      at: now,
      actorId: byId,
      action: 'swap.undo',
      subject: scheduleId,
      before: row.overrides as Json,
      after,
    },
  });
  await questionProofs({ tx, run, now });
  await watchSchedule({ tx, now }, scheduleId);
  return 'ended';
}

function isSame(one: Override, other: Override): boolean {
  return (
    one.personId === other.personId && +one.from === +other.from && +one.until === +other.until
  );
}
