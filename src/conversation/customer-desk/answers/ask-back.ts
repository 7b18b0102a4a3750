import { findAdvocate } from '../../../customers/find-advocate.ts';
import { shared } from '../../../delivery/audience.ts';
import { findSharedPage } from '../../../paging/page/find-shared-page.ts';
import type { Trip } from '../../../shared/database.ts';
import { named } from '../../../situation/text.ts';
import { askChoice } from '../../choices/ask-choice.ts';
import type { Reply } from '../../replies/reply.ts';
import { getHuman } from '../get-human.ts';
import type { Ask } from './ask.ts';

/**
 * We did not understand. While somebody is called, or has it, they hear the words; else it says so, and offers the
 * likely things to pick from.
 */
export async function askBack(trip: Trip, { turn, customer, text }: Ask): Promise<Reply[]> {
  if (await findSharedPage(trip.tx, customer.id))
    return getHuman(trip, turn, { customer, words: text, how: 'asked' });
  const advocate = await findAdvocate(trip, customer);
  const who = advocate ? shared`${named(advocate.name)}` : shared`your advocate`;
  const options = [
    { label: "What's happening now", says: "what's happening now?", intent: 'status' },
    { label: 'What comes next', says: "what's next?", intent: 'next' },
    { label: 'Pass my words on', says: text, intent: 'help' },
    { label: 'Get a person', says: 'page' },
  ];
  const question = shared`I'm not sure I understood that, and I'd rather ask than guess. I can tell you where things stand, pass your words on to ${who}, or get someone.`;
  return [
    await askChoice(trip, turn, {
      audience: 'shared',
      customerId: customer.id,
      question,
      options,
    }),
  ];
}
