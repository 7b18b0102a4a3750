import type { Trip } from '../shared/database.ts';

/** Has a customer's waiting requests looked at now: there may be one more to put before the advocate. */
export async function nudgeReview({ tx, now }: Trip, customerId: string): Promise<void> {
  await tx.requestReview.upsert({
    where: { customerId },
    create: { customerId, dueAt: now },
    update: { dueAt: now },
  });
}
