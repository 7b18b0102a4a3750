import type { Customer } from '../../customers/customer.ts';
import type { Person } from '../../customers/person.ts';
import { unresolved } from '../../paging/page/page-state.ts';
import { offerPromise } from '../../promises/offer-promise.ts';
import type { Trip } from '../../shared/database.ts';
import type { Reply } from '../replies/reply.ts';
import { readGivenWord } from '../words/given-word.ts';

/**
 * One of ours wrote "I'll send it by Friday" where the customer, or the team, reads it: they are asked, alone with us, whether
 * it is to be noted. Whoever has a page is asked when there is word next, and by that alone.
 */
export async function hearPromise(
  trip: Trip,
  { actor, customer, text }: { actor: Person; customer: Customer; text: string },
): Promise<Reply[]> {
  const given = readGivenWord(text, { now: trip.now, timeZone: actor.timeZone });
  if (!given) return [];
  const owned = { customerId: customer.id, ownerId: actor.id, ...unresolved };
  if ((await trip.tx.page.count({ where: owned })) > 0) return [];
  const { by: promisedFor, isGuessed } = given;
  const heard = { customer, byId: actor.id, text: given.text, promisedFor, isGuessed };
  return [{ card: await offerPromise(trip, heard), isPrivate: true }];
}
