import type { Customer } from '../../../customers/customer.ts';
import { getCustomer } from '../../../customers/find-customer.ts';
import { type ListedReview, listReviews } from '../../../quarters/list-reviews.ts';
import type { Trip } from '../../../shared/database.ts';

/** The reviews of one customer. */
export interface ReviewsLook {
  readonly customer: Customer;
  readonly reviews: readonly (ListedReview & { readonly publishedBy: string | null })[];
}

/** Reads the list of a customer's reviews. */
export async function loadReviews(trip: Trip, customerId: string): Promise<ReviewsLook> {
  const { tx } = trip;
  const customer = await getCustomer(tx, customerId);
  const reviews = await listReviews(trip, customer);
  const ids = reviews.flatMap(({ publishedById }) => publishedById ?? []);
  const people = await tx.person.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return {
    customer,
    reviews: reviews.map(one => ({
      ...one,
      publishedBy: names.get(one.publishedById ?? '') ?? null,
    })),
  };
}
