import type { Customer } from '../customers/customer.ts';
import type { Card } from '../delivery/card.ts';
import type { Trip } from '../shared/database.ts';
import type { Quarter } from '../shared/quarter.ts';
import { loadOwn } from './load-own.ts';
import { loadReview } from './load-review.ts';
import { ownTexts } from './own-text.ts';
import { isTold } from './quarter-facts.ts';
import { draftCard, printOf, reviewCard } from './review-card.ts';

/** The draft of a customer's quarter, from the facts as they are now; null while no fact tells anything of it. */
export async function showDraft(
  trip: Trip,
  customer: Customer,
  quarter: Quarter,
): Promise<Card<'internal'> | null> {
  const review = await loadReview(trip, customer, quarter);
  if (!isTold(review.facts) && review.edits.added.length === 0) return null;
  const { id } = review;
  const shown = printOf(reviewCard(review));
  const row = { customerId: customer.id, quarter: quarter.name, shown };
  await trip.tx.quarterReview.upsert({
    where: { id },
    create: { id, ...row, state: 'drafted' },
    update: { shown },
  });
  return draftCard(review, ownTexts(await loadOwn(trip, customer, quarter)));
}
