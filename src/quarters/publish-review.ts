import type { Customer } from '../customers/customer.ts';
import { findSharedPlace } from '../customers/find-places.ts';
import type { Person } from '../customers/person.ts';
import { sendMessage } from '../delivery/send-message.ts';
import type { Trip } from '../shared/database.ts';
import type { Quarter } from '../shared/quarter.ts';
import { closeTask } from '../tasks/close-task.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { loadReview } from './load-review.ts';
import { printOf, reviewCard } from './review-card.ts';

export interface Publishing {
  readonly customer: Customer;
  readonly quarter: Quarter;
  readonly by: Person;
  /** The print of what they saw. */
  readonly seen: string;
}

/**
 * `published`: it stands in the customer's place. `changed`: the facts or the draft are not what was seen. `before`: it was
 * published already. `nowhere`: the customer has no place of theirs.
 */
export type PublishOutcome = 'published' | 'changed' | 'before' | 'nowhere';

/** Publishes a review as it was seen, once. What a person publishes is no message of the budget. */
export async function publishReview(
  trip: Trip,
  { customer, quarter, by, seen }: Publishing,
): Promise<PublishOutcome> {
  const { tx, now } = trip;
  const { review, row } = await loadReview(trip, customer, quarter);
  const { id } = review;
  if (row?.state === 'published') return 'before';
  const card = reviewCard(review);
  if (!row || printOf(card) !== seen) return 'changed';
  const place = await findSharedPlace(tx, customer.id);
  if (!place) return 'nowhere';
  const data = { state: 'published', publishedAt: now, publishedById: by.id };
  const { count } = await tx.quarterReview.updateMany({
    where: { id, state: { not: 'published' } },
    data,
  });
  if (count === 0) return 'before';
  await sendMessage(trip, {
    key: `quarter:${id}`,
    lane: 'replies',
    to: { placeId: place.id },
    card,
  });
  await recordEvent(trip, {
    customerId: customer.id,
    kind: 'quarter.published',
    visibility: 'internal',
    text: `${by.name} published the review of ${quarter.name}.`,
    authorId: by.id,
  });
  if (row.taskId !== null) await closeTask(trip, row.taskId, by.id);
  return 'published';
}
