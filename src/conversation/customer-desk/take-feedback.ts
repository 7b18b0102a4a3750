import { findAdvocate } from '../../customers/find-advocate.ts';
import { shared } from '../../delivery/audience.ts';
import type { Trip } from '../../shared/database.ts';
import { day, since } from '../../shared/time.ts';
import { named } from '../../situation/text.ts';
import { recordEvent } from '../../timeline/record-event.ts';
import type { Intent } from '../../understanding/intent.ts';
import { listSeenMessages } from '../replies/list-seen-messages.ts';
import { answer, type Reply } from '../replies/reply.ts';
import { isQuestion } from '../words/question-words.ts';
import { sureness } from '../words/sureness.ts';
import type { Ask } from './answers/ask.ts';
import { hearVoice } from './hear-voice.ts';

const askedFor = 14 * day;

const opinions: readonly Intent[] = [
  'thanks',
  'complaint',
  'other',
  'planning',
  'worried',
  'smalltalk',
];

/** After the end we asked what we should have done better: the next opinion is the answer. Null when we did not ask. */
export async function takeFeedback(trip: Trip, ask: Ask): Promise<Reply[] | null> {
  const { turn, customer, person, text, understanding } = ask;
  const { intent, confidence } = understanding;
  const isOpinion =
    opinions.includes(intent) || (confidence < sureness.toAnswer && !isQuestion(text));
  if (!person || !isOpinion || text.split(/\s+/).length < 3) return null;
  const [newest] = await listSeenMessages(trip, turn);
  const isAsked = newest && /^graduation:.*:thanks$/.test(newest.key);
  if (!isAsked || since(newest.createdAt, trip.now) > askedFor) return null;
  await recordEvent(trip, {
    customerId: customer.id,
    kind: 'feedback',
    visibility: 'internal',
    text: `${person.name}, asked what we should have done better: "${text}"`,
    authorId: person.id,
  });
  await hearVoice(trip, ask, 'feedback');
  const advocate = await findAdvocate(trip, customer);
  const who = advocate
    ? shared`${named(advocate.name)} reads it in your words.`
    : shared`It is passed on in your words.`;
  return [answer(customer.id, shared`Thank you. ${who}`)];
}
