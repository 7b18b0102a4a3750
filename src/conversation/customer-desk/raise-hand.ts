import { notifyAdvocate } from '../../check-ins/answers/notify-advocate.ts';
import { findAdvocate } from '../../customers/find-advocate.ts';
import { mayDo } from '../../customers/permission.ts';
import { shared } from '../../delivery/audience.ts';
import { findSharedPage } from '../../paging/page/find-shared-page.ts';
import type { Trip } from '../../shared/database.ts';
import { named } from '../../situation/text.ts';
import { actorOf, insiderOf, type Turn } from '../arrival/turn.ts';
import { type Reply, refusal } from '../replies/reply.ts';
import { findServed } from './find-served.ts';
import { getHuman } from './get-human.ts';
import { offerHuman } from './offer-human.ts';

/**
 * Somebody of the customer's asks for a person without a word: the advocate hears of it at once, and a person now is
 * offered. Whoever is being called already hears of it on the page. `words` are those of the message it was put on.
 */
export async function raiseHand(trip: Trip, turn: Turn, words: string | null): Promise<Reply[]> {
  const customer = await findServed(trip, turn);
  if (!customer || turn.seat.kind !== 'place') return [];
  const about = {
    customerId: customer.id,
    managerId: customer.managerId,
    placeCustomerId: customer.id,
  };
  if (!mayDo('ask.hand', actorOf(turn), about)) return [refusal()];
  const told = words ?? 'a message';
  if (await findSharedPage(trip.tx, customer.id)) {
    await getHuman(trip, turn, { customer, words: `✋ ${told}`, how: 'overheard' });
    return [];
  }
  const saying = {
    customer,
    personId: insiderOf(turn, customer.id)?.id ?? null,
    doing: 'raises a hand at this message',
    words: told,
    tone: 'trouble',
  } as const;
  await notifyAdvocate(trip, `hand:${turn.inboxId}`, saying);
  const advocate = await findAdvocate(trip, customer);
  const before = advocate
    ? shared`I've seen your hand and told ${named(advocate.name)}.`
    : shared`I've seen your hand.`;
  const offer = {
    customerId: customer.id,
    words,
    before: [before],
    isCalledFor: true,
  } as const;
  return [await offerHuman(trip, turn, offer)];
}
