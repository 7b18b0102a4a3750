import type { Customer } from '../customers/customer.ts';
import { findAdvocate } from '../customers/find-advocate.ts';
import { findCustomer } from '../customers/find-customer.ts';
import { findPerson } from '../customers/find-person.ts';
import type { Trip } from '../shared/database.ts';
import { loadOwn } from './load-own.ts';
import { loadReview } from './load-review.ts';
import type { OwnFacts } from './own-text.ts';
import { type Published, publishedFrom } from './published.ts';
import { isTold } from './quarter-facts.ts';
import { type Review, reviewCard } from './review-card.ts';
import { type ReviewKey, readKey, reviewId, soFarId, writtenKey } from './review-key.ts';
import { reviewLines } from './review-lines.ts';

/** One review of a customer: as it went out, or as it would go out now. */
export interface FoundReview {
  readonly customer: Customer;
  /** "Q1-2026", "Q1-2026-so-far". */
  readonly key: string;
  /** "Q1 2026" */
  readonly name: string;
  readonly isSoFar: boolean;
  readonly advocateName: string | null;
  readonly organisation: string;
  readonly out: { readonly at: Date; readonly byName: string | null } | null;
  /** What the customer read, or would read; null where no fact tells of it, or what went out is not kept any more. */
  readonly copy: Published | null;
  /** What can still be changed and published; null once it went out. */
  readonly draft: Review | null;
  /** What was published of it while its quarter ran. */
  readonly isOutSoFar: boolean;
  /** What stands beside it for us alone, as it is now. */
  readonly own: OwnFacts;
}

/** The review of this customer with this key; null where there is none such. */
export async function findReview(
  trip: Trip,
  customerId: string,
  written: string,
): Promise<FoundReview | null> {
  const customer = await findCustomer(trip.tx, customerId);
  const key = customer && readKey(written, trip.now, customer.timeZone);
  if (!customer || !key) return null;
  const shown = await findShown(trip, customer, key);
  if (!shown) return null;
  const advocate = await findAdvocate(trip, customer);
  const organisation = await trip.tx.organisation.findFirst({ select: { name: true } });
  const { name } = key.quarter;
  return {
    customer,
    key: writtenKey({ quarter: name, isSoFar: key.isSoFar }),
    name,
    isSoFar: key.isSoFar,
    advocateName: advocate?.name ?? null,
    organisation: organisation?.name ?? '',
    own: await loadOwn(trip, customer, key.quarter),
    ...shown,
  };
}

type Shown = Pick<FoundReview, 'out' | 'copy' | 'draft' | 'isOutSoFar'>;

async function findShown(
  trip: Trip,
  customer: Customer,
  { quarter, isSoFar }: ReviewKey,
): Promise<Shown | null> {
  const { tx } = trip;
  const soFar = await tx.quarterReview.findUnique({ where: { id: soFarId(customer.id, quarter) } });
  const whole = await tx.quarterReview.findUnique({
    where: { id: reviewId(customer.id, quarter) },
  });
  const row = isSoFar ? soFar : whole;
  if (row?.state === 'published' && row.publishedAt) {
    const by = await findPerson(tx, row.publishedById);
    return {
      out: { at: row.publishedAt, byName: by?.name ?? null },
      copy: publishedFrom(row.published),
      draft: null,
      isOutSoFar: soFar !== null,
    };
  }
  if (isSoFar) return null;
  const { review } = await loadReview(trip, customer, quarter);
  const isAnything = isTold(review.facts) || review.edits.added.length > 0;
  return {
    out: null,
    copy: isAnything ? { card: reviewCard(review), lines: reviewLines(review) } : null,
    draft: review,
    isOutSoFar: soFar !== null,
  };
}
