import type { Trip } from '../shared/database.ts';
import { quarterAt } from '../shared/quarter.ts';
import { reviewId } from './review-key.ts';

/** Has the review of the quarter that runs drafted for each of these customers as it ends, on their own calendar. */
export async function planQuarters(
  { tx, now }: Trip,
  customers: readonly { readonly id: string; readonly timeZone: string }[],
): Promise<void> {
  const data = customers.map(({ id: customerId, timeZone }) => {
    const quarter = quarterAt(now, timeZone);
    const id = reviewId(customerId, quarter);
    return { id, customerId, quarter: quarter.name, state: 'planned', dueAt: quarter.until };
  });
  await tx.quarterReview.createMany({ data, skipDuplicates: true });
}
