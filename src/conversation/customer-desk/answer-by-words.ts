import { findOpenPage } from '../../paging/page/find-pages.ts';
import type { Trip } from '../../shared/database.ts';
import type { Intent } from '../../understanding/intent.ts';
import { listOurPeople } from '../naming/list-our-people.ts';
import type { Reply } from '../replies/reply.ts';
import { isForFewer } from '../words/act-wish.ts';
import { isBillQuestion } from '../words/bill-question.ts';
import { readConcern } from '../words/concern.ts';
import { isAnybodyThere, readFollowUp, readWhen } from '../words/follow-up.ts';
import { isPictureWish } from '../words/picture-words.ts';
import { readPrelude } from '../words/prelude.ts';
import { asksForPresence } from '../words/presence-words.ts';
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

/** What a short question asks in full, in the words that questions about time are read from. */
const inWords = {
  next: { intent: 'next', says: 'what is next?' },
  who: { intent: 'who', says: 'who is with us?' },
  status: { intent: 'status', says: 'what is happening now?' },
  finish: { intent: 'status', says: 'when will it be finished?' },
  'check-in': { intent: 'status', says: 'when is the next check-in?' },
} as const;

async function findAnswer(trip: Trip, ask: Ask): Promise<(() => Promise<Reply[]>) | null> {
  const { text, customer } = ask;
  const question = readSelfQuestion(text);
  if (question) return () => answerSelfQuestion(trip, ask, question);
  if (isAnybodyThere(text) && (await findOpenPage(trip.tx, customer.id)))
    return inFull(trip, ask, 'status');
  const when = readWhen(text);
  if (when) return inFull(trip, ask, when);
  if (isPictureWish(text)) return () => answers.status(trip, ask);
  if (isBillQuestion(text)) return () => answerBill(trip, ask);
  const concern = readConcern(text);
  if (concern) return () => handOverConcern(trip, ask, concern);
  const request = readRequest(text, namesSomebody(text) ? ask.people : []);
  if (request) return () => answerRequest(trip, ask, request);
  const prelude = readPrelude(text);
  if (prelude === 'question' || (prelude && !(await findOpenPage(trip.tx, customer.id))))
    return () => answerPrelude(trip, ask, prelude);
  if (isPutOff(text)) return () => answers.stop(trip, ask);
  if (isAboutRhythm(text) && !isForFewer(ask.act))
    return () => answers.more(trip, meaning(ask, 'more'));
  if (await asksWhetherThere(trip, text)) return () => answers.who(trip, ask);
  const followUp = readFollowUp(text);
  return followUp && inFull(trip, ask, followUp);
}

function inFull(trip: Trip, ask: Ask, question: keyof typeof inWords): () => Promise<Reply[]> {
  const { intent, says } = inWords[question];
  return () => answers[intent](trip, { ...ask, text: says });
}

/** "Is Nora still awake?": whoever is named is one of ours. */
async function asksWhetherThere(trip: Trip, text: string): Promise<boolean> {
  if (!asksForPresence(text)) return false;
  return asksForPresence(text, await listOurPeople(trip));
}

function meaning(ask: Ask, intent: Intent): Ask {
  return { ...ask, understanding: { ...ask.understanding, intent } };
}
