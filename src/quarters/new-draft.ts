import type { Quarter } from '../shared/quarter.ts';
import { reviewId } from './review-key.ts';

/** What is kept of a draft that somebody looks at first; while its quarter runs, it comes by itself as that ends. */
export function newDraft(customerId: string, quarter: Quarter, now: Date) {
  return {
    id: reviewId(customerId, quarter),
    customerId,
    quarter: quarter.name,
    state: 'drafted',
    dueAt: now < quarter.until ? quarter.until : null,
  };
}
