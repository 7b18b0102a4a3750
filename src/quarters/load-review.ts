import type { Customer } from '../customers/customer.ts';
import type { Trip } from '../shared/database.ts';
import type { Quarter } from '../shared/quarter.ts';
import { editsFrom } from './edits.ts';
import { loadQuarter } from './load-quarter.ts';
import type { Review } from './review-card.ts';

/** The review of a quarter at a customer. */
export function reviewId(customerId: string, { name }: Pick<Quarter, 'name'>): string {
  return `${customerId}/${name.replace(' ', '-')}`;
}

/** A customer's quarter from its facts as they are now, with what the advocate changed. */
export async function loadReview(
  trip: Trip,
  customer: Customer,
  quarter: Quarter,
): Promise<Review> {
  const id = reviewId(customer.id, quarter);
  const row = await trip.tx.quarterReview.findUnique({ where: { id } });
  return {
    id,
    customerId: customer.id,
    customerName: customer.name,
    facts: await loadQuarter(trip, customer, quarter),
    edits: editsFrom(row?.edits ?? {}),
  };
}
