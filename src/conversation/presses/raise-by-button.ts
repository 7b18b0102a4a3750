import { getCustomer } from '../../customers/find-customer.ts';
import type { Trip } from '../../shared/database.ts';
import { voiceOf } from '../arrival/turn.ts';
import { getHuman } from '../customer-desk/get-human.ts';
import type { Reply } from '../replies/reply.ts';
import { page } from '../vendor-desk/commands/page.ts';
import type { CheckedPress } from './checked-press.ts';

/** "Get a person": a human is called, with the words the offer was made for. */
export async function raiseByButton(
  trip: Trip,
  { turn, customerId }: CheckedPress,
): Promise<Reply[]> {
  const { actor } = turn;
  if (actor && voiceOf(turn) === 'vendor') {
    return page(trip, { name: 'page', turn, actor, said: `${customerId}:` });
  }
  const customer = await getCustomer(trip.tx, customerId);
  return getHuman(trip, turn, { customer, words: null, how: 'asked' });
}
