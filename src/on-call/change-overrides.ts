import type { Json, Trip } from '../shared/database.ts';
import { questionProofs } from './question-proofs.ts';
import { type Override, scheduleFrom } from './schedule.ts';
import { watchSchedule } from './watch-schedule.ts';

interface Change {
  readonly scheduleId: string;
  readonly byId: string | null;
  readonly action: 'swap' | 'swap.undo';
  /** The overrides as they are to be; null leaves them alone. */
  readonly to: (overrides: readonly Override[]) => readonly Override[] | null;
}

/**
 * Changes who is on call in place of the rotation: under the row's lock, because two changes at once must not overwrite each
 * other, and with a line in the audit log. False where there is no such schedule, or nothing is to be changed.
 */
export async function changeOverrides(
  { tx, run, now, random }: Trip,
  { scheduleId, byId, action, to }: Change,
): Promise<boolean> {
  await tx.$queryRaw`SELECT id FROM schedule WHERE id = ${scheduleId} FOR UPDATE`;
  const row = await tx.schedule.findUnique({ where: { id: scheduleId } });
  const overrides = row && to(scheduleFrom(row).overrides);
  if (!row || !overrides) return false;
  const after = overrides.map(({ from, until, personId }) => ({
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
      action,
      subject: scheduleId,
      before: row.overrides as Json,
      after,
    },
  });
  await questionProofs({ tx, run, now });
  await watchSchedule({ tx, now }, scheduleId);
  return true;
}
