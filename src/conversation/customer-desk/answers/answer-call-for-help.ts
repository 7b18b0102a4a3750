import { shared } from '../../../delivery/audience.ts';
import { findOpenPage } from '../../../paging/page/find-pages.ts';
import type { Trip } from '../../../shared/database.ts';
import { named } from '../../../situation/text.ts';
import type { Reply } from '../../replies/reply.ts';
import { getHuman } from '../get-human.ts';
import { offerHuman } from '../offer-human.ts';
import { offerOnce } from '../offer-once.ts';
import { openAdvocateTask } from '../open-advocate-task.ts';
import { recordContact } from '../record-contact.ts';
import { findWorry } from '../worries/find-worry.ts';
import type { Ask } from './ask.ts';

/**
 * "Help", "is anybody there??": after a worry, or while somebody is being called, it is a call for a person;
 * out of the blue a person is offered.
 */
export async function answerCallForHelp(trip: Trip, ask: Ask): Promise<Reply[]> {
  const { turn, customer, text } = ask;
  await recordContact(trip, ask);
  const isKnownTrouble =
    (await findWorry(trip, turn, customer.id)) ?? (await findOpenPage(trip.tx, customer.id));
  if (isKnownTrouble) return getHuman(trip, turn, { customer, words: text, how: 'asked' });
  if (!turn.isAddressed) return offerOnce(trip, ask, shared`I'm here.`);
  const taker = await openAdvocateTask(trip, ask, {
    kind: 'problem',
    what: 'calls for help',
    urgency: 'now',
  });
  const who = taker ? shared`${named(taker.name)}` : shared`whoever looks after you`;
  const before = [
    shared`I'm here, and I've told ${who} that you call. Write what it is about, and it goes along in your words.`,
  ];
  return [
    await offerHuman(trip, turn, {
      customerId: customer.id,
      words: text,
      before,
      isCalledFor: true,
    }),
  ];
}
