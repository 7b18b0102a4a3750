import type { Trip } from '../../shared/database.ts';
import { closeTask } from '../../tasks/close-task.ts';
import type { CheckIn, CheckInAnswer } from '../asking/check-in.ts';
import { oneThingKey } from './take-one-thing.ts';
import { worryKey } from './watch-worry.ts';

/** Whoever was worried, or had one thing, says that all is good: what the advocate had of it is done, for it was asked about. */
export async function closeEased(
  trip: Trip,
  { transitionId, seq }: CheckIn,
  { personId }: CheckInAnswer,
): Promise<void> {
  const { tx } = trip;
  const before = await tx.checkIn.findFirst({
    where: { transitionId, seq: { lt: seq }, state: { in: ['answered', 'heard'] } },
    orderBy: { seq: 'desc' },
  });
  if (!before?.answer || personId === null || before.answeredById !== personId) return;
  const key = { in: [worryKey(before.id), oneThingKey(before.id)] };
  const tasks = await tx.task.findMany({ where: { key, state: 'open' }, select: { id: true } });
  for (const { id } of tasks) await closeTask(trip, id, personId);
}
