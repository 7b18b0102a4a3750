import type { Customer } from '../customers/customer.ts';
import type { Trip } from '../shared/database.ts';
import type { Quarter } from '../shared/quarter.ts';
import { editsFrom } from './edits.ts';
import { loadQuarter } from './load-quarter.ts';
import type { Review } from './review-card.ts';
import { reviewId } from './review-key.ts';

/** What is kept of a review; null while nobody has looked at it. */
type ReviewRow = Awaited<ReturnType<Trip['tx']['quarterReview']['findUnique']>>;

/** A customer's quarter from its facts as they are now, with what the advocate changed, and what is kept of it. */
export async function loadReview(
  trip: Trip,
  customer: Customer,
  quarter: Quarter,
): Promise<{ readonly review: Review; readonly row: ReviewRow }> {
  const id = reviewId(customer.id, quarter);
  const row = await trip.tx.quarterReview.findUnique({ where: { id } });
  const review = {
    id,
    customerId: customer.id,
    customerName: customer.name,
    facts: await loadQuarter(trip, customer, quarter),
    edits: editsFrom(row?.edits ?? {}),
    revision: row?.revision ?? 0,
    runsUntil: trip.now < quarter.until ? quarter.until : null,
  };
  return { review, row };
}
