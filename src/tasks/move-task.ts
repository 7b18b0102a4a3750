import { sendMessage } from '../delivery/send-message.ts';
import type { Trip } from '../shared/database.ts';
import { movedTaskKey, taskCard } from './task.ts';

/** Gives an open task to somebody else, and tells them. One that is done stays where it is. */
export async function moveTask(trip: Trip, taskId: string, toId: string): Promise<void> {
  const { tx } = trip;
  const { count } = await tx.task.updateMany({
    where: { id: taskId, state: 'open' },
    data: { assigneeId: toId },
  });
  if (count === 0) return;
  const task = await tx.task.findUniqueOrThrow({ where: { id: taskId } });
  const customer = await tx.customer.findUnique({ where: { id: task.customerId } });
  await sendMessage(trip, {
    key: movedTaskKey(taskId, toId),
    lane: 'replies',
    to: { personId: toId },
    card: taskCard({ ...task, customerName: customer?.name ?? task.customerId }),
  });
}
