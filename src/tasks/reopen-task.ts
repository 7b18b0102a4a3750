import type { Trip } from '../shared/database.ts';
import { expectMorning } from './expect-morning.ts';

/** What was said to be done is not: the task with this key is open again, and comes back each working morning. */
export async function reopenTask(trip: Trip, key: string): Promise<void> {
  const { tx } = trip;
  const { count } = await tx.task.updateMany({
    where: { key, state: 'done' },
    data: { state: 'open', closedAt: null, closedById: null },
  });
  if (count === 0) return;
  const { assigneeId } = await tx.task.findUniqueOrThrow({ where: { key } });
  await expectMorning(trip, assigneeId);
}
