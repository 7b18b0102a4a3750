import { getCustomer } from '../../customers/find-customer.ts';
import type { Trip } from '../../shared/database.ts';
import { voiceOf } from '../arrival/occasion.ts';
import { getHuman } from '../customer-desk/get-human.ts';
import type { Reply } from '../replies/reply.ts';
import { pageSomeone } from '../vendor-desk/commands/page-someone.ts';
import type { CheckedPress } from './checked-press.ts';

/** "Get a person": a human is called, with the words the offer was made for. */
export async function raiseByButton(
  trip: Trip,
  { occasion, customerId }: CheckedPress,
): Promise<Reply[]> {
  const { actor } = occasion;
  if (actor && voiceOf(occasion) === 'vendor') {
    return pageSomeone(trip, { name: 'page', occasion, actor, said: `${customerId}:` });
  }
  const customer = await getCustomer(trip.tx, customerId);
  return getHuman(trip, occasion, { customer, words: null, how: 'asked' });
}
