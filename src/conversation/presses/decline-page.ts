import { letWorryWait } from '../../check-ins/let-worry-wait.ts';
import { getCustomer } from '../../customers/get-customer.ts';
import { shared } from '../../delivery/audience.ts';
import type { Trip } from '../../shared/database.ts';
import { named } from '../../situation/text.ts';
import { findAdvocate } from '../find-advocate.ts';
import { answer, type Reply } from '../reply.ts';
import { settleOffers } from '../settle-offers.ts';
import type { Allowed } from './carry-out.ts';

/** "No" to an offer: nobody is called, and the way stays open. */
export async function declinePage(trip: Trip, { occasion, customerId }: Allowed): Promise<Reply[]> {
  await settleOffers(trip, occasion, 'no');
  await letWorryWait(trip, customerId);
  const customer = await getCustomer(trip.tx, customerId);
  const advocate = await findAdvocate(trip, customer);
  const who = advocate ? shared` ${named(advocate.name)} has your words.` : shared``;
  return [answer(customerId, shared`All right.${who}`)];
}
