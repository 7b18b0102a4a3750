import { findAdvocate } from '../customers/find-advocate.ts';
import { findCustomer } from '../customers/find-customer.ts';
import { findPresence } from '../customers/find-presence.ts';
import { sendMessage } from '../delivery/send-message.ts';
import type { Trip } from '../shared/database.ts';
import { closeTask } from '../tasks/close-task.ts';
import { openTask } from '../tasks/open-task.ts';
import { reviewCard } from './review-card.ts';
import { requestFrom } from './stored-request.ts';

/** So many cards lie before somebody at once. */
export const batch = 10;

/**
 * Puts a customer's waiting requests before whoever looks after them, in their working hours, ten at a time and the
 * oldest first. One task stands for all of them: it comes back each morning until none waits.
 */
export async function offerReview(trip: Trip, customerId: string): Promise<void> {
  const { tx, random } = trip;
  const rest = (dueAt: Date | null) =>
    tx.requestReview.update({ where: { customerId }, data: { dueAt } });
  const customer = await findCustomer(tx, customerId);
  const reviewer = customer && (await findAdvocate(trip, customer));
  const waiting = await tx.serviceRequest.findMany({
    where: { customerId, state: 'waiting' },
    orderBy: [{ closedAt: 'asc' }, { externalId: 'asc' }],
  });
  if (!customer || !reviewer || waiting.length === 0) {
    if (reviewer && waiting.length === 0) await endTasks(trip, customerId, reviewer.id);
    await rest(null);
    return;
  }
  const [first] = waiting;
  if (first) await openReviewTask(trip, { customerId, personId: reviewer.id, first });
  const { isAtWork, nextMorning } = await findPresence(trip, reviewer.id);
  if (!isAtWork) {
    await rest(nextMorning);
    return;
  }
  const unseen = waiting.filter(({ cardKey }) => cardKey === null);
  const room = Math.max(0, batch - (waiting.length - unseen.length));
  for (const row of unseen.slice(0, room)) {
    const key = `review:${row.id}:${random.id()}`;
    await sendMessage(trip, {
      key,
      lane: 'replies',
      to: { personId: reviewer.id },
      card: reviewCard(requestFrom(row), { customerName: customer.name }),
    });
    await tx.serviceRequest.update({ where: { id: row.id }, data: { cardKey: key } });
  }
  await rest(null);
}

interface ReviewTask {
  readonly customerId: string;
  readonly personId: string;
  /** What waits longest. */
  readonly first: { readonly id: string; readonly receivedAt: Date };
}

async function openReviewTask(
  trip: Trip,
  { customerId, personId, first }: ReviewTask,
): Promise<void> {
  // Whoever works on it every day is late with nothing: it stands since what waits longest came.
  const { count } = await trip.tx.task.updateMany({
    where: { customerId, kind: 'review', state: 'open' },
    data: { createdAt: first.receivedAt },
  });
  if (count > 0) return;
  await openTask(trip, {
    key: `review:${customerId}:${first.id}:${trip.now.getTime()}`,
    customerId,
    kind: 'review',
    text: `Service requests wait for your review before they are billed. Type "review ${customerId}".`,
    assigneeId: personId,
    urgency: 'in-hours',
  });
}

async function endTasks(trip: Trip, customerId: string, byId: string): Promise<void> {
  const where = { customerId, kind: 'review', state: 'open' };
  for (const { id } of await trip.tx.task.findMany({ where })) await closeTask(trip, id, byId);
}
