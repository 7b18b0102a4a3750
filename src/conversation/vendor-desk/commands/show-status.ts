import type { Trip } from '../../../shared/database.ts';
import { answerSituation } from '../../../situation/answer-situation.ts';
import { readingSeatOf } from '../../arrival/occasion.ts';
import type { Reply } from '../../replies/reply.ts';
import type { Order } from './command.ts';
import { forCustomer } from './for-customer.ts';

/** `status northwind`: what the customer would read now if it asked. */
export async function showStatus(trip: Trip, order: Order): Promise<Reply[]> {
  return forCustomer(trip, order, async ({ customer }) => {
    const { threadOf, actor } = order.occasion;
    const seat = readingSeatOf(order.occasion);
    const isHere = seat.kind === 'place' && seat.customer.id === customer.id;
    const card = await answerSituation(trip, {
      customerId: customer.id,
      personId: actor?.id ?? null,
      placeId: isHere ? seat.place.id : null,
      threadOf: isHere ? threadOf : null,
    });
    return [{ card }];
  });
}
