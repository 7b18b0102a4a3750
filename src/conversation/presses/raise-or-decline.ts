import { letWorryWait } from '../../check-ins/let-worry-wait.ts';
import { getCustomer } from '../../customers/get-customer.ts';
import { shared } from '../../delivery/audience.ts';
import type { Trip } from '../../shared/database.ts';
import { named } from '../../situation/text.ts';
import { pageSomeone } from '../commands/page-someone.ts';
import { findAdvocate } from '../find-advocate.ts';
import { getHuman } from '../get-human.ts';
import { voiceOf } from '../occasion.ts';
import { answer, type Reply } from '../reply.ts';
import { settleOffers } from '../settle-offers.ts';
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
  return getHuman(trip, occasion, { customer, words: null });
}

/** "No" to an offer: nobody is called, and the way stays open. */
export async function declinePage(trip: Trip, { occasion, customerId }: Allowed): Promise<Reply[]> {
  await settleOffers(trip, occasion, 'no');
  await letWorryWait(trip, customerId);
  const customer = await getCustomer(trip.tx, customerId);
  const advocate = await findAdvocate(trip, customer);
  const who = advocate ? shared` ${named(advocate.name)} has your words.` : shared``;
  return [answer(customerId, shared`All right.${who}`)];
}
