import { advocateText } from '../../customers/advocate-text.ts';
import { getCustomer } from '../../customers/find-customer.ts';
import { findPerson } from '../../customers/find-person.ts';
import { shared, type Text } from '../../delivery/audience.ts';
import type { Trip } from '../../shared/database.ts';
import { findCurrentTransition } from '../../transitions/find-transition.ts';
import { reopenTransition } from '../../transitions/reopen-transition.ts';
import { giveToAdvocate } from '../answers/give-to-advocate.ts';
import { startCadence } from '../asking/start-cadence.ts';
import { grantWish, type WishOf } from './grant-wish.ts';
import { isForMore } from './wish.ts';

/**
 * After the end a customer wants check-ins again. They begin again, and the advocate has the words as a task
 * at once: nobody comes back for no reason. Returns what to answer, or null when nothing had ended.
 */
export async function beginAgain(
  trip: Trip,
  wishOf: WishOf & { readonly words: string },
): Promise<Text<'shared'> | null> {
  const { tx, now, random } = trip;
  const { customerId, personId, wish, words } = wishOf;
  if (!isForMore(wish) || (await findCurrentTransition(tx, customerId, now))) return null;
  const customer = await getCustomer(tx, customerId);
  const saying = {
    customer,
    personId,
    doing: 'wants check-ins again',
    words,
    tone: 'neutral',
  } as const;
  await giveToAdvocate(trip, `again:${random.id()}`, saying);
  const advocate = await findPerson(tx, customer.advocateId);
  const who = advocateText(advocate);
  const again = await reopenTransition(trip, customerId);
  if (!again)
    return shared`I'm glad you came back. There is nothing left here that I could check in on by myself, so I've asked ${who} to look after it, in your words.`;
  await startCadence(trip, again.id);
  return shared`${await grantWish(trip, wishOf)} I've sent your words to ${who}.`;
}
