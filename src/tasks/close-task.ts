import { cardFrom } from '../delivery/card.ts';
import { editMessage } from '../delivery/edit-message.ts';
import type { Trip } from '../shared/database.ts';
import { recordEvent } from '../timeline/record-event.ts';
import {
  type ClosedTask,
  managementKind,
  movedTaskKey,
  taskCard,
  taskKey,
  withTaskDone,
} from './task.ts';

/** Who did it; or that it is over because somebody on the customer's side spoke, whoever that was. */
export type Closing = string | { readonly spokeId: string | null };

/** Marks a task done, in its message too. Twice does nothing; what reached a manager is ended by nobody else. */
export async function closeTask(
  trip: Trip,
  taskId: string,
  closing: Closing,
): Promise<'closed' | 'already' | 'not-theirs' | 'not-found'> {
  const { tx, now } = trip;
  const byId = typeof closing === 'string' ? closing : closing.spokeId;
  const task = await tx.task.findUnique({ where: { id: taskId } });
  if (!task) return 'not-found';
  if (task.kind === managementKind && task.assigneeId !== byId) return 'not-theirs';
  const { count } = await tx.task.updateMany({
    where: { id: taskId, state: 'open' },
    data: { state: 'done', closedAt: now, closedById: byId },
  });
  if (count === 0) return 'already';
  const { customerId, text } = task;
  const customer = await tx.customer.findUnique({ where: { id: customerId } });
  const by = byId === null ? null : await tx.person.findUnique({ where: { id: byId } });
  const how = typeof closing === 'string' ? 'done' : 'spoke';
  const closed: ClosedTask = { how, byName: by?.name ?? byId ?? 'Somebody', at: now };
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
    text: how === 'spoke' ? `${closed.byName} spoke: ${text}` : `Done: ${text}`,
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
