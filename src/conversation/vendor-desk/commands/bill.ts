import { internal } from '../../../delivery/audience.ts';
import { billLines, loadBill } from '../../../requests/load-bill.ts';
import type { Trip } from '../../../shared/database.ts';
import { note, type Reply } from '../../replies/reply.ts';
import { readMonth } from '../../words/bill-question.ts';
import type { Command } from './command.ts';
import { forCustomer } from './for-customer.ts';

/** `bill northwind march`: what the customer is shown when they ask, and how much waits beside it. */
export async function bill(trip: Trip, command: Command): Promise<Reply[]> {
  return forCustomer(trip, command, async ({ customer, rest }) => {
    const month = readMonth(rest, { now: trip.now, timeZone: customer.timeZone });
    const shown = await loadBill(trip.tx, { customerId: customer.id, month });
    const waits = await trip.tx.serviceRequest.count({
      where: { customerId: customer.id, month, state: { in: ['waiting', 'queried'] } },
    });
    return [note(customer.id, ...billLines(shown), internal`${waits} more wait for review.`)];
  });
}
