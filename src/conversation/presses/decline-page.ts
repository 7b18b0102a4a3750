import { letWorryWait } from '../../check-ins/answers/let-worry-wait.ts';
import { findAdvocate } from '../../customers/find-advocate.ts';
import { getCustomer } from '../../customers/find-customer.ts';
import { shared, time } from '../../delivery/audience.ts';
import type { Trip } from '../../shared/database.ts';
import { named } from '../../situation/text.ts';
import { closeOffers } from '../customer-desk/close-offers.ts';
import { leaveWorry } from '../customer-desk/worries/leave-worry.ts';
import { answer, type Reply } from '../replies/reply.ts';
import type { CheckedPress } from './checked-press.ts';

/** "No" to an offer: nobody is called, and the way stays open. */
export async function declinePage(
  trip: Trip,
  { turn, customerId }: CheckedPress,
): Promise<Reply[]> {
  await closeOffers(trip, turn, 'no');
  const worry = await leaveWorry(trip, turn);
  const fetchAt = await letWorryWait(trip, customerId);
  const customer = await getCustomer(trip.tx, customerId);
  const advocate = await findAdvocate(trip, customer);
  const who = advocate ? shared`${named(advocate.name)}` : shared`whoever looks after you`;
  const told =
    !worry || worry.said.length === 0
      ? shared`I've told ${who} that you are worried. If you write what it is about, it goes along in your words.`
      : shared`I've sent your words to ${who}.`;
  const later = fetchAt
    ? shared` If nobody has answered you by ${time(fetchAt)}, I fetch a person after all.`
    : shared``;
  return [answer(customerId, shared`All right, nobody is called now. ${told}${later}`)];
}
