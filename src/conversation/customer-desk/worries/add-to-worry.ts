import { notifyAdvocate } from '../../../check-ins/answers/notify-advocate.ts';
import { findAdvocate } from '../../../customers/find-advocate.ts';
import { shared } from '../../../delivery/audience.ts';
import { sharedCard } from '../../../delivery/card.ts';
import type { Trip } from '../../../shared/database.ts';
import { named, personAction, personFoot } from '../../../situation/text.ts';
import type { Intent } from '../../../understanding/intent.ts';
import type { Reply } from '../../replies/reply.ts';
import { isQuestion } from '../../words/question-words.ts';
import { sureness } from '../../words/sureness.ts';
import type { Ask } from '../answers/ask.ts';
import { intentKinds } from '../intent-kind.ts';
import { findWorry } from './find-worry.ts';
import { keepWorry } from './keep-worry.ts';
import { isFresh } from './worry.ts';

/** The advocate hears these from hearing them. */
const heardAlready: readonly Intent[] = ['worried', 'complaint'];

/**
 * Whatever is said right after a worry belongs to it: it goes to the advocate, and to whoever is called
 * about it. Returns what to say, or null when the words are about something else.
 */
export async function addToWorry(trip: Trip, ask: Ask): Promise<Reply | null> {
  const { turn, customer, text, understanding } = ask;
  const { intent } = understanding;
  const worry = await findWorry(trip, turn, customer.id);
  if (!worry || !isFresh(worry, trip.now)) return null;
  const isSame = isAbout(ask);
  if (!isSame && intentKinds[intent] !== 'matter') return null;
  await keepWorry(trip, turn, { customerId: customer.id, words: text });
  if (!isSame) return null;
  if (!heardAlready.includes(intent)) await tellAdvocate(trip, ask);
  const advocate = await findAdvocate(trip, customer);
  const who = advocate ? shared` to ${named(advocate.name)}` : shared``;
  const card = sharedCard('answer', customer.id, {
    body: [
      shared`Thank you. I've passed that on${who} too, in your words, and whoever I call for you reads it first.`,
    ],
    actions: [personAction(customer.id)],
    foot: personFoot,
  });
  return { card };
}

/** Said to us, anything told is about it that is not plainly something else; a question is one. Between people only trouble is. */
function isAbout({ turn, text, understanding }: Ask): boolean {
  const { intent, confidence } = understanding;
  const kind = intentKinds[intent];
  if (kind === 'trouble') return true;
  if (!turn.isAddressed) return false;
  if (isQuestion(text)) return false;
  return intent === 'other' || confidence < sureness.toLeaveWorry;
}

async function tellAdvocate(trip: Trip, { turn, customer, person, text }: Ask): Promise<void> {
  const personId = person?.id ?? null;
  const saying = { customer, personId, doing: 'adds', words: text, tone: 'trouble' } as const;
  await notifyAdvocate(trip, `worry-more:${turn.inboxId}`, saying);
}
