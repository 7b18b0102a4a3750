import { cardFrom } from '../delivery/card.ts';
import { editMessage } from '../delivery/edit-message.ts';
import type { Trip } from '../shared/database.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { movedTaskKey, taskCard, taskKey, withTaskDone } from './task.ts';

/** Marks a task done, in its message too. Twice does nothing. */
export async function closeTask(
  trip: Trip,
  taskId: string,
  byId: string,
): Promise<'closed' | 'already' | 'not-found'> {
  const { tx, now } = trip;
  const { count } = await tx.task.updateMany({
    where: { id: taskId, state: 'open' },
    data: { state: 'done', closedAt: now, closedById: byId },
  });
  const task = await tx.task.findUnique({ where: { id: taskId } });
  if (!task) return 'not-found';
  if (count === 0) return 'already';
  const { customerId, text } = task;
  const customer = await tx.customer.findUnique({ where: { id: customerId } });
  const by = await tx.person.findUnique({ where: { id: byId } });
  const closed = { byName: by?.name ?? byId, at: now };
  const customerName = customer?.name ?? customerId;
  const card = taskCard({ id: taskId, customerId, customerName, text, closed });
  for (const key of [taskKey(taskId), movedTaskKey(taskId, task.assigneeId)]) {
    const isSaid = await tx.message.count({ where: { key } });
    if (isSaid > 0) await editMessage(trip, key, card);
  }
  await closeInBrief(trip, task.toldIn, { id: taskId, text, closed });
  await recordEvent(trip, {
    customerId,
    kind: 'task.closed',
    visibility: 'internal',
    text: `Done: ${text}`,
    authorId: byId,
  });
  return 'closed';
}

async function closeInBrief(
  trip: Trip,
  briefKey: string | null,
  done: Parameters<typeof withTaskDone>[1],
): Promise<void> {
  if (briefKey === null) return;
  const brief = await trip.tx.message.findUnique({ where: { key: briefKey } });
  if (!brief || brief.text === '') return;
  await editMessage(trip, briefKey, withTaskDone(cardFrom(brief.card), done));
}
