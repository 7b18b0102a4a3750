import type { Customer } from '../../customers/customer.ts';
import { findOpenPage } from '../../paging/page/find-pages.ts';
import type { Trip } from '../../shared/database.ts';
import { withOpinion } from '../../understanding/second-opinion.ts';
import { understand } from '../../understanding/understand.ts';
import { insiderOf, type Turn } from '../arrival/turn.ts';
import type { Utterance } from '../arrival/utterance.ts';
import { listOurPeople } from '../naming/list-our-people.ts';
import { listPeople } from '../naming/list-people.ts';
import { type Reply, refusal } from '../replies/reply.ts';
import { readConcern } from '../words/concern.ts';
import { readFollowUp } from '../words/follow-up.ts';
import { type HumanWish, readHumanWish, speaksOfCalling } from '../words/human-wish.ts';
import { isCallForHelp, readPageCall } from '../words/human-words.ts';
import { readRequest } from '../words/request.ts';
import { readSelfQuestion } from '../words/self-question.ts';
import { sureness } from '../words/sureness.ts';
import { twoThoughts } from '../words/two-thoughts.ts';
import { addToOpenPage } from './add-to-open-page.ts';
import { answerOpenCheckIn } from './answer-open-check-in.ts';
import { answerCallBack } from './answers/answer-call-back.ts';
import { answerCallForHelp } from './answers/answer-call-for-help.ts';
import { answerChief } from './answers/answer-chief.ts';
import { answerNobody } from './answers/answer-nobody.ts';
import { answerRequest } from './answers/answer-request.ts';
import { answerSelfQuestion } from './answers/answer-self-question.ts';
import { answerUnsure } from './answers/answer-unsure.ts';
import { answers } from './answers/answers.ts';
import type { Ask } from './answers/ask.ts';
import { handOverConcern } from './answers/hand-over-concern.ts';
import { findServed } from './find-served.ts';
import { findVocabulary } from './find-vocabulary.ts';
import { getHuman } from './get-human.ts';
import { overhear } from './overhear.ts';
import { recordContact } from './record-contact.ts';
import { recordLanguage } from './record-language.ts';
import { takeFeedback } from './take-feedback.ts';
import { addToWorry } from './worries/add-to-worry.ts';

/** Somebody on the customer's side said something: in their place, or alone with us. */
export async function respondToCustomer(
  trip: Trip,
  turn: Turn,
  utterance: Utterance,
): Promise<Reply[]> {
  const customer = await findServed(trip, turn);
  if (!customer) return turn.isAddressed ? [refusal()] : [];
  const { text } = utterance;
  const call = readPageCall(text);
  if (call && (call.isCertain || (await findOpenPage(trip.tx, customer.id)))) {
    return getHuman(trip, turn, { customer, words: call.words, how: 'asked' });
  }
  const ask = await understood(trip, turn, { customer, utterance });
  await recordLanguage(trip, ask);
  const wish = await findHumanWish(trip, ask);
  if (wish && wish !== 'now') {
    await recordContact(trip, ask);
    return humanAnswers[wish](trip, ask);
  }
  if (wish === 'now' || (ask.understanding.urgent && !ask.isPicked)) {
    await recordContact(trip, ask);
    const how = turn.isAddressed ? 'asked' : 'overheard';
    return getHuman(trip, turn, { customer, words: text, how });
  }
  if (!ask.isPicked && isCallForHelp(text)) return answerCallForHelp(trip, ask);
  return turn.isAddressed ? answerAddressed(trip, ask) : answerOverheard(trip, ask);
}

async function understood(
  trip: Trip,
  turn: Turn,
  { customer, utterance }: { customer: Customer; utterance: Utterance },
): Promise<Ask> {
  const { text, intent } = utterance;
  const own = understand(text, await findVocabulary(trip, customer));
  const read = withOpinion(own, utterance.opinion ?? null);
  const understanding = intent ? { ...read, intent, confidence: 1, urgent: false } : read;
  const person = insiderOf(turn, customer.id);
  const pickedAbout = utterance.about ?? null;
  return {
    turn,
    customer,
    person,
    text,
    understanding,
    isPicked: intent !== null,
    pickedAbout,
  };
}

const humanAnswers = {
  nobody: answerNobody,
  manager: answerChief,
  'call-back': answerCallBack,
} as const;

/** Does somebody want a human, or none? Between people, asking each other for a call is not asking us. */
async function findHumanWish(
  trip: Trip,
  { turn, text, isPicked, understanding }: Ask,
): Promise<HumanWish | null> {
  if (isPicked || !turn.isAddressed) return null;
  const people = speaksOfCalling(text) ? await listOurPeople(trip) : [];
  const wish = readHumanWish(text, people);
  // What must not wait is no matter of office hours.
  return understanding.urgent && wish !== null && wish !== 'nobody' ? 'now' : wish;
}

async function answerAddressed(trip: Trip, ask: Ask): Promise<Reply[]> {
  const { understanding, isPicked, turn } = ask;
  const plain = isPicked ? null : await answerByWords(trip, ask);
  if (plain) return plain;
  const checkedIn = isPicked ? null : await answerCheckIn(trip, ask);
  if (checkedIn) return checkedIn;
  await recordContact(trip, ask);
  const feedback = await takeFeedback(trip, ask);
  if (feedback) return feedback;
  const added = isPicked ? null : await addToTrouble(trip, ask);
  if (added) return added;
  if (isPicked || understanding.confidence >= sureness.toAnswer) {
    // In our own threads people also talk to each other.
    const isChat = understanding.intent === 'smalltalk' || understanding.intent === 'other';
    return isChat && !turn.isMentioned ? [] : answers[understanding.intent](trip, ask);
  }
  if (!turn.isMentioned) return overhear(trip, ask);
  return answerUnsure(trip, ask);
}

/** What a question of a word or two asks in full. */
const followUpWords = {
  next: 'what is next?',
  who: 'who is with us?',
  status: 'what is happening now?',
};

/** What the words themselves settle, whatever they sound like: questions about us, what only a person may answer, requests, follow-ups. */
async function answerByWords(trip: Trip, ask: Ask): Promise<Reply[] | null> {
  const question = readSelfQuestion(ask.text);
  const concern = question ? null : readConcern(ask.text);
  const followUp = readFollowUp(ask.text);
  const request =
    question || concern ? null : readRequest(ask.text, await listPeople(trip, ask.customer.id));
  if (!question && !concern && !followUp && !request) return null;
  await recordContact(trip, ask);
  if (question) return answerSelfQuestion(trip, ask, question);
  if (concern) return handOverConcern(trip, ask, concern);
  if (request) return answerRequest(trip, ask, request);
  return followUp && answers[followUp](trip, { ...ask, text: followUpWords[followUp] });
}

/** A check-in answered, and whatever was asked in the same breath. Null when it was no answer. */
async function answerCheckIn(trip: Trip, ask: Ask): Promise<Reply[] | null> {
  const thoughts = twoThoughts(ask.text);
  if (!thoughts) return answerOpenCheckIn(trip, ask);
  const { told, asked } = thoughts;
  const answered = await answerOpenCheckIn(trip, {
    ...ask,
    text: told,
    understanding: understand(told),
  });
  if (!answered) return answerOpenCheckIn(trip, ask);
  const more = await respondToCustomer(trip, ask.turn, { text: asked, intent: null });
  return [...answered, ...more];
}

async function answerOverheard(trip: Trip, ask: Ask): Promise<Reply[]> {
  await recordContact(trip, ask);
  const added = await addToTrouble(trip, ask);
  return added ? [] : overhear(trip, ask);
}

/** What is said right after a worry, or about a page that is open, belongs to it. Null when it stands alone. */
async function addToTrouble(trip: Trip, ask: Ask): Promise<Reply[] | null> {
  const joined = await addToOpenPage(trip, ask);
  if (joined) return joined;
  const reply = await addToWorry(trip, ask);
  return reply && [reply];
}
