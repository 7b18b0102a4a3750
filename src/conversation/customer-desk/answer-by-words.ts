import { findOpenPage } from '../../paging/page/find-pages.ts';
import type { Trip } from '../../shared/database.ts';
import type { Intent } from '../../understanding/intent.ts';
import { listPeople } from '../naming/list-people.ts';
import type { Reply } from '../replies/reply.ts';
import { isBillQuestion } from '../words/bill-question.ts';
import { readConcern } from '../words/concern.ts';
import { readFollowUp } from '../words/follow-up.ts';
import { readPrelude } from '../words/prelude.ts';
import { namesSomebody, readRequest } from '../words/request.ts';
import { readSelfQuestion } from '../words/self-question.ts';
import { isAboutRhythm, isPutOff } from '../words/wish-words.ts';
import { answerBill } from './answers/answer-bill.ts';
import { answerPrelude } from './answers/answer-prelude.ts';
import { answerRequest } from './answers/answer-request.ts';
import { answerSelfQuestion } from './answers/answer-self-question.ts';
import { answers } from './answers/answers.ts';
import type { Ask } from './answers/ask.ts';
import { handOverConcern } from './answers/hand-over-concern.ts';
import { recordContact } from './record-contact.ts';

/**
 * What the words themselves settle, whatever they sound like: questions about us, what only a person may answer,
 * requests, and questions of a word or two. Null when they are for the intents.
 */
export async function answerByWords(trip: Trip, ask: Ask): Promise<Reply[] | null> {
  const answer = await findAnswer(trip, ask);
  if (!answer) return null;
  await recordContact(trip, ask);
  return answer();
}

/** What a question of a word or two asks in full. */
const followUpWords = {
  next: 'what is next?',
  who: 'who is with us?',
  status: 'what is happening now?',
};

async function findAnswer(trip: Trip, ask: Ask): Promise<(() => Promise<Reply[]>) | null> {
  const { text, customer } = ask;
  const question = readSelfQuestion(text);
  if (question) return () => answerSelfQuestion(trip, ask, question);
  if (isBillQuestion(text)) return () => answerBill(trip, ask);
  const concern = readConcern(text);
  if (concern) return () => handOverConcern(trip, ask, concern);
  // Whom one may name is looked up only where somebody is named.
  const people = namesSomebody(text) ? await listPeople(trip, customer.id) : [];
  const request = readRequest(text, people);
  if (request) return () => answerRequest(trip, ask, request);
  const prelude = readPrelude(text);
  if (prelude === 'question' || (prelude && !(await findOpenPage(trip.tx, customer.id))))
    return () => answerPrelude(trip, ask, prelude);
  if (isPutOff(text)) return () => answers.stop(trip, ask);
  if (isAboutRhythm(text)) return () => answers.more(trip, meaning(ask, 'more'));
  const followUp = readFollowUp(text);
  return followUp && (() => answers[followUp](trip, { ...ask, text: followUpWords[followUp] }));
}

function meaning(ask: Ask, intent: Intent): Ask {
  return { ...ask, understanding: { ...ask.understanding, intent } };
}
