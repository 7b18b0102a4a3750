import type { Customer } from '../customers/customer.ts';
import { findSharedPlace } from '../customers/find-places.ts';
import type { Person } from '../customers/person.ts';
import { sendMessage } from '../delivery/send-message.ts';
import type { Trip } from '../shared/database.ts';
import type { Quarter } from '../shared/quarter.ts';
import { closeTask } from '../tasks/close-task.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { loadReview } from './load-review.ts';
import { newDraft } from './new-draft.ts';
import { publishedColumn } from './published.ts';
import { printOf, type Review, reviewCard } from './review-card.ts';
import { soFarId } from './review-key.ts';
import { reviewLines } from './review-lines.ts';

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

/**
 * Publishes a review as it was seen, once. While its quarter runs that is the review so far, once too, and the whole one is
 * still to come. What a person publishes is no message of the budget.
 */
export async function publishReview(
  trip: Trip,
  { customer, quarter, by, seen }: Publishing,
): Promise<PublishOutcome> {
  const { tx } = trip;
  const { review, row } = await loadReview(trip, customer, quarter);
  const isSoFar = review.runsUntil !== null;
  const id = isSoFar ? soFarId(customer.id, quarter) : review.id;
  const out = await tx.quarterReview.count({ where: { id, state: 'published' } });
  if (out > 0) return 'before';
  const card = reviewCard(review);
  if (printOf(card) !== seen) return 'changed';
  const place = await findSharedPlace(tx, customer.id);
  if (!place) return 'nowhere';
  const taking = { review, customer, quarter, by };
  const outcome = isSoFar ? await takeSoFar(trip, taking) : await takeWhole(trip, taking);
  if (outcome !== 'published') return outcome;
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
    text: `${by.name} published the review of ${quarter.name}${isSoFar ? ' so far' : ''}.`,
    authorId: by.id,
  });
  if (!isSoFar && row?.taskId) await closeTask(trip, row.taskId, by.id);
  return 'published';
}

interface Taking extends Omit<Publishing, 'seen'> {
  readonly review: Review;
}

const outOf = ({ now }: Trip, { review, by }: Taking) => ({
  state: 'published',
  published: publishedColumn({ card: reviewCard(review), lines: reviewLines(review) }),
  publishedAt: now,
  publishedById: by.id,
});

async function takeWhole(trip: Trip, taking: Taking): Promise<PublishOutcome> {
  const { id, revision } = taking.review;
  const { tx, now } = trip;
  const data = newDraft(taking.customer.id, taking.quarter, now);
  await tx.quarterReview.createMany({ data, skipDuplicates: true });
  const { count } = await tx.quarterReview.updateMany({
    where: { id, revision, state: { not: 'published' } },
    data: outOf(trip, taking),
  });
  if (count === 1) return 'published';
  const out = await tx.quarterReview.count({ where: { id, state: 'published' } });
  return out > 0 ? 'before' : 'changed';
}

/** Their own words were of this day: the draft of the whole quarter begins from the facts again. */
async function takeSoFar(trip: Trip, taking: Taking): Promise<PublishOutcome> {
  const { review, customer, quarter, by } = taking;
  const { tx, now } = trip;
  const id = soFarId(customer.id, quarter);
  const about = { customerId: customer.id, quarter: quarter.name, isSoFar: true };
  const { count } = await tx.quarterReview.createMany({
    data: { id, ...about, ...outOf(trip, taking) },
    skipDuplicates: true,
  });
  if (count === 0) return 'before';
  await tx.quarterReview.updateMany({
    where: { id: review.id, revision: review.revision },
    data: { edits: {}, revision: review.revision + 1, changedById: by.id, changedAt: now },
  });
  return 'published';
}
