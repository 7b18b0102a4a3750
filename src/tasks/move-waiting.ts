import { findAdvocate } from '../customers/find-advocate.ts';
import { findCustomer } from '../customers/find-customer.ts';
import type { Trip } from '../shared/database.ts';
import { expectMorning } from './expect-morning.ts';

/** What waits for the morning of somebody who has left is told to whoever looks after each customer now. */
export async function moveWaiting(trip: Trip, personId: string): Promise<void> {
  const { tx } = trip;
  const waiting = await tx.waiting.findMany({
    where: { personId, toldAt: null },
    distinct: ['customerId'],
    select: { customerId: true },
  });
  for (const { customerId } of waiting) {
    const customer = await findCustomer(tx, customerId);
    const next = customer && (await findAdvocate(trip, customer));
    if (!next) continue;
    const where = { personId, customerId, toldAt: null };
    await tx.waiting.updateMany({ where, data: { personId: next.id } });
    await expectMorning(trip, next.id);
  }
}
