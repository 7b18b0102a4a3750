import type { Customer } from '../customers/customer.ts';
import type { Card } from '../delivery/card.ts';
import type { Trip } from '../shared/database.ts';
import type { Quarter } from '../shared/quarter.ts';
import { loadOwn } from './load-own.ts';
import { loadReview } from './load-review.ts';
import { newDraft } from './new-draft.ts';
import { ownTexts } from './own-text.ts';
import { isTold } from './quarter-facts.ts';
import { draftCard, printOf, reviewCard } from './review-card.ts';
import { shownFrom } from './shown.ts';

export interface Showing {
  readonly customer: Customer;
  readonly quarter: Quarter;
  readonly readerId: string;
}

/**
 * The draft of a customer's quarter for one reader, from the facts as they are now; null while no fact tells anything of
 * it. What they were shown is what they may publish.
 */
export async function showDraft(
  trip: Trip,
  { customer, quarter, readerId }: Showing,
): Promise<Card<'internal'> | null> {
  const { review, row } = await loadReview(trip, customer, quarter);
  if (!isTold(review.facts) && review.edits.added.length === 0) return null;
  const { id } = review;
  const seen = { print: printOf(reviewCard(review)), revision: review.revision };
  const shown = { ...shownFrom(row?.shown ?? {}), [readerId]: seen };
  await trip.tx.quarterReview.upsert({
    where: { id },
    create: { ...newDraft(customer.id, quarter, trip.now), shown },
    update: { shown },
  });
  return draftCard(review, ownTexts(await loadOwn(trip, customer, quarter)));
}
