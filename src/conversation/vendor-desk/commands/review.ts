import { internal } from '../../../delivery/audience.ts';
import { batch } from '../../../requests/offer-review.ts';
import { reviewCard } from '../../../requests/review-card.ts';
import { requestFrom } from '../../../requests/stored-request.ts';
import type { Trip } from '../../../shared/database.ts';
import { note, type Reply } from '../../replies/reply.ts';
import type { Command } from './command.ts';
import { forCustomer } from './for-customer.ts';

/** `review northwind`: what waits before it is billed, ten at a time and the oldest first. */
export async function review(trip: Trip, command: Command): Promise<Reply[]> {
  return forCustomer(trip, command, async ({ customer }) => {
    const where = { customerId: customer.id, state: { in: ['waiting', 'queried'] } };
    const rows = await trip.tx.serviceRequest.findMany({
      where,
      orderBy: [{ closedAt: 'asc' }, { externalId: 'asc' }],
      take: batch,
    });
    if (rows.length === 0)
      return [note(customer.id, internal`Nothing of ${customer.name} waits for review.`)];
    const all = await trip.tx.serviceRequest.count({ where });
    const rest = all - rows.length;
    const cards = rows.map(row => ({
      card: reviewCard(requestFrom(row), { customerName: customer.name }),
      isPrivate: true as const,
    }));
    const more =
      rest > 0 ? [note(customer.id, internal`… and ${rest} more, once these are decided.`)] : [];
    return [...cards, ...more];
  });
}
