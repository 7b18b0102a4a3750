import type { Trip } from '../shared/database.ts';
import { movedTaskKey } from './task.ts';
import { tellTask } from './tell-task.ts';

/** Gives an open task to somebody else, who is told now if it may be now, else in their morning. One that is done stays where it is. */
export async function moveTask(trip: Trip, taskId: string, toId: string): Promise<void> {
  const { tx } = trip;
  const { count } = await tx.task.updateMany({
    where: { id: taskId, state: 'open' },
    data: { assigneeId: toId },
  });
  if (count === 0) return;
  const task = await tx.task.findUniqueOrThrow({ where: { id: taskId } });
  await tellTask(trip, { key: movedTaskKey(taskId, toId), task });
}
