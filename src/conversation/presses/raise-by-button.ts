import { getCustomer } from '../../customers/get-customer.ts';
import type { Trip } from '../../shared/database.ts';
import { pageSomeone } from '../commands/page-someone.ts';
import { getHuman } from '../get-human.ts';
import { voiceOf } from '../occasion.ts';
import type { Reply } from '../reply.ts';
import type { Allowed } from './carry-out.ts';

/** "Get a person": a human is called, with the words the offer was made for. */
export async function raiseByButton(
  trip: Trip,
  { occasion, customerId }: Allowed,
): Promise<Reply[]> {
  const { actor } = occasion;
  if (actor && voiceOf(occasion) === 'vendor') {
    return pageSomeone(trip, { name: 'page', occasion, actor, said: `${customerId}:` });
  }
  const customer = await getCustomer(trip.tx, customerId);
  return getHuman(trip, occasion, { customer, words: null, how: 'asked' });
}
