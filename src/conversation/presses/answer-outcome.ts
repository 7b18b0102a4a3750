import { shared } from '../../delivery/audience.ts';
import type { Trip } from '../../shared/database.ts';
import { hour, since } from '../../shared/time.ts';
import { type Turn, voiceOf } from '../arrival/turn.ts';
import type { Utterance } from '../arrival/utterance.ts';
import { askChoice } from '../choices/ask-choice.ts';
import { findServed } from '../customer-desk/find-served.ts';
import type { Reply } from '../replies/reply.ts';
import { type Outcome, readOutcome } from '../words/outcome-words.ts';
import { overheardFor } from './find-plain-press.ts';
import { isOpenFor, listQuestions, type Question } from './list-questions.ts';
import type { Respond } from './pick-choice.ts';
import { pressButton } from './press-button.ts';

/** So soon after "Did that do it?" whatever sounds like an answer is one: what is unclear is asked, thanks are no yes. */
const answeredWithin = 2 * hour;

/** Later, only who says that it is over, or that it is not, answers. */
const saidWithin = 12 * hour;

export interface OutcomeWords {
  readonly utterance: Utterance;
  readonly respond: Respond;
}

/**
 * A sentence that answers "Did that do it?" presses its button and leaves its words on the page; an unclear one is
 * asked back. Null when none of that waits here, or the words are about something else.
 */
export async function answerOutcome(
  trip: Trip,
  turn: Turn,
  { utterance, respond }: OutcomeWords,
): Promise<Reply[] | null> {
  const { text, intent } = utterance;
  const outcome = voiceOf(turn) === 'customer' && intent === null ? readOutcome(text) : null;
  const question = outcome && (await findAsked(trip, turn, outcome));
  if (!question) return null;
  if (outcome === 'unclear') return [await askOutcome(trip, turn)];
  const id = outcome === 'solved' ? 'page.confirm' : 'page.reopen';
  const { asked, message } = question;
  const press = {
    kind: 'press',
    action: id,
    subject: asked.subject,
    messageId: message.id,
  } as const;
  return pressButton(trip, turn, { press, respond, words: text });
}

/** The newest "Did that do it?" that these words can still answer. What came after it is answered by a good word first. */
async function findAsked(trip: Trip, turn: Turn, outcome: Outcome): Promise<Question | null> {
  const within = limitOf(turn, outcome);
  for (const question of await listQuestions(trip, turn)) {
    const isIt = question.asked.id === 'page.confirm' || question.asked.id === 'page.reopen';
    if (since(question.askedAt, trip.now) > within) return null;
    if (isIt && (await isOpenFor(trip, turn, question))) return question;
    const isNewer = question.asked.id !== 'choice.pick' && (await isOpenFor(trip, turn, question));
    if (isNewer && outcome !== 'unsolved') return null;
  }
  return null;
}

function limitOf({ isAddressed }: Turn, outcome: Outcome): number {
  if (!isAddressed) return overheardFor;
  return outcome === 'unclear' ? answeredWithin : saidWithin;
}

/** Neither a yes nor a no: asks which, instead of closing what may still be broken. */
async function askOutcome(trip: Trip, turn: Turn): Promise<Reply> {
  const customer = await findServed(trip, turn);
  const options = [
    { label: 'Yes, it works', says: 'yes, that did it' },
    { label: 'No, still broken', says: 'no, still broken' },
  ];
  return askChoice(trip, turn, {
    audience: 'shared',
    customerId: customer?.id ?? '',
    question: shared`So that I get it right: did that do it?`,
    options,
  });
}
