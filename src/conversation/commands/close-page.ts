import { internal } from '../../delivery/audience.ts';
import { resolvePage } from '../../paging/resolve-page.ts';
import type { Trip } from '../../shared/database.ts';
import { note, type Reply } from '../reply.ts';
import type { Order } from './command.ts';
import { forPage } from './for-page.ts';

/** `resolve note`: it is over; the customer is asked whether that did it. */
export async function closePage(trip: Trip, order: Order): Promise<Reply[]> {
  return forPage(trip, order, async ({ pageId, customerId, customerName, rest }) => {
    await resolvePage(trip, { pageId, personId: order.actor.id, note: rest });
    return [
      note(customerId, internal`Resolved. If ${customerName} says it is not over, it opens again.`),
    ];
  });
}
