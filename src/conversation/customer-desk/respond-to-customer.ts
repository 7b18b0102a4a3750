import type { Customer } from '../../customers/customer.ts';
import { findOpenPage } from '../../paging/page/find-pages.ts';
import { findSharedPage } from '../../paging/page/find-shared-page.ts';
import type { Trip } from '../../shared/database.ts';
import { readAct, sureOfOne } from '../../understanding/acts/read-act.ts';
import { withOpinion } from '../../understanding/second-opinion.ts';
import { understand } from '../../understanding/understand.ts';
import { insiderOf, type Turn } from '../arrival/turn.ts';
import type { Utterance } from '../arrival/utterance.ts';
import { listPeople } from '../naming/list-people.ts';
import { type Reply, refusal } from '../replies/reply.ts';
import { isSpokenToAnother, readAside } from '../words/aside.ts';
import { isCallForHelp, readPageCall } from '../words/human-words.ts';
import { readOutcome } from '../words/outcome-words.ts';
import { isForeign, withPartLanguage } from '../words/part-language.ts';
import { withReportedWords } from '../words/reported-words.ts';
import { sureness } from '../words/sureness.ts';
import { twoQuestions } from '../words/two-questions.ts';
import { twoThoughts } from '../words/two-thoughts.ts';
import { asBelieved, withAct } from '../words/with-act.ts';
import { withMood } from '../words/with-mood.ts';
import { addToOpenPage } from './add-to-open-page.ts';
import { answerByAct } from './answer-by-act.ts';
import { answerByWords } from './answer-by-words.ts';
import { answerHumanWish } from './answer-human-wish.ts';
import { answerOpenCheckIn } from './answer-open-check-in.ts';
import { answerCallForHelp } from './answers/answer-call-for-help.ts';
import { answerForeign } from './answers/answer-foreign.ts';
import { answerUnsure } from './answers/answer-unsure.ts';
import { answers } from './answers/answers.ts';
import type { Ask } from './answers/ask.ts';
import { askStandDown } from './answers/ask-stand-down.ts';
import { takeReferenceBack } from './answers/take-reference-back.ts';
import { findServed } from './find-served.ts';
import { findVocabulary } from './find-vocabulary.ts';
import { getHuman } from './get-human.ts';
import { intentKinds } from './intent-kind.ts';
import { overhear } from './overhear.ts';
import { recordContact } from './record-contact.ts';
import { recordLanguage } from './record-language.ts';
import { takeFeedback } from './take-feedback.ts';
import { takeReason } from './take-reason.ts';
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
  const takenBack = turn.isAddressed && !ask.isPicked ? await takeReferenceBack(trip, ask) : null;
  if (!takenBack) return answerAsk(trip, ask);
  if (intentKinds[ask.understanding.intent] === 'trouble')
    return [...takenBack, ...(await answerAsk(trip, ask))];
  await recordContact(trip, ask);
  return takenBack;
}

async function answerAsk(trip: Trip, ask: Ask): Promise<Reply[]> {
  const { turn, text } = ask;
  const called = await answerHumanWish(trip, ask);
  if (called) return called;
  if (!ask.isPicked && isCallForHelp(text)) return answerCallForHelp(trip, ask);
  return turn.isAddressed ? answerAddressed(trip, ask) : answerOverheard(trip, ask);
}

async function understood(
  trip: Trip,
  turn: Turn,
  { customer, utterance }: { customer: Customer; utterance: Utterance },
): Promise<Ask> {
  const { text, intent } = utterance;
  const vocabulary = await findVocabulary(trip, customer);
  const reported = withReportedWords(text);
  const own = understand(reported, vocabulary);
  const heard = withPartLanguage(withOpinion(own, utterance.opinion ?? null), text);
  const people = await listPeople(trip, customer.id);
  const sounded = withMood(heard, text);
  const said = {
    turn,
    customer,
    person: insiderOf(turn, customer.id),
    text,
    people,
    pickedAbout: utterance.about ?? null,
  };
  if (intent) {
    const understanding = { ...sounded, intent, confidence: 1, urgent: false };
    return { ...said, understanding, act: null, isPicked: true };
  }
  const act = asBelieved(readAct(reported, people), sounded, text);
  return { ...said, understanding: withAct(sounded, act, reported), act, isPicked: false };
}

async function answerAddressed(trip: Trip, ask: Ask): Promise<Reply[]> {
  const { understanding, isPicked, turn } = ask;
  if (isForSomebodyElse(ask)) return answerOverheard(trip, ask);
  if (!isPicked && isForColleague(ask)) return answers.smalltalk(trip, ask);
  const both = isPicked ? null : await answerBoth(trip, ask);
  if (both) return both;
  const reason = isPicked ? null : await takeReason(trip, ask);
  if (reason) return reason;
  const plain = isPicked ? null : await answerPlainly(trip, ask);
  if (plain) return plain;
  if (!isPicked && turn.isMentioned && isForeign(understanding, ask.text))
    return answerForeign(trip, ask);
  const checkedIn = isPicked ? null : await answerCheckIn(trip, ask);
  if (checkedIn) return checkedIn;
  await recordContact(trip, ask);
  const feedback = await takeFeedback(trip, ask);
  if (feedback) return feedback;
  const added = isPicked ? null : await addToTrouble(trip, ask);
  if (added) return added;
  const done = await answerByAct(trip, ask, sureness.ofAct);
  if (done) return done;
  if (isPicked || understanding.confidence >= sureness.toAnswer) {
    // In our own threads people also talk to each other.
    const isChat = intentKinds[understanding.intent] === 'chat';
    return isChat && !turn.isMentioned ? [] : answers[understanding.intent](trip, ask);
  }
  if (!turn.isMentioned) return overhear(trip, ask);
  return (await answerByAct(trip, ask, sureness.toTryAct)) ?? answerUnsure(trip, ask);
}

/** So few words are no sentence: turns of phrase know them best. */
const mostBareWords = 2;

/** What a message surely does, and what its words settle whatever they sound like. */
async function answerPlainly(trip: Trip, ask: Ask): Promise<Reply[] | null> {
  const calledOff = await answerCallingOff(trip, ask);
  if (calledOff) return calledOff;
  const isShort = ask.text.trim().split(/\s+/).length <= mostBareWords;
  const isTwo = twoThoughts(ask.text) !== null;
  const done = isShort || isTwo ? null : await answerByAct(trip, ask, sureness.overWords);
  return done ?? answerByWords(trip, ask);
}

/** "Call it off", while it rings: what is to stop is the ringing. */
async function answerCallingOff(trip: Trip, ask: Ask): Promise<Reply[] | null> {
  const { act, customer, understanding, text } = ask;
  if (!act || understanding.urgent || sureOfOne(act, callingOff) < sureness.ofAct) return null;
  if (readOutcome(text) === 'unsolved') return null;
  const page = await findSharedPage(trip.tx, customer.id);
  return page?.state === 'open' ? [await askStandDown(trip, ask, page.id)] : null;
}

const callingOff = ['over', 'stop', 'nohuman'] as const;

/** Two questions in one message are two answers. */
async function answerBoth(trip: Trip, { turn, text, understanding }: Ask): Promise<Reply[] | null> {
  const questions = understanding.urgent ? null : twoQuestions(text);
  if (!questions) return null;
  const [first, second] = questions;
  const answered = await respondToCustomer(trip, turn, { text: first, intent: null });
  return [...answered, ...(await respondToCustomer(trip, turn, { text: second, intent: null }))];
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
    act: readAct(told, ask.people),
  });
  if (!answered) return answerOpenCheckIn(trip, ask);
  const more = await respondToCustomer(trip, ask.turn, { text: asked, intent: null });
  return [...answered, ...more];
}

/** In our own threads people also talk to each other, by name. */
function isForSomebodyElse({ turn, text, people }: Ask): boolean {
  if (turn.isMentioned) return false;
  return readAside(text, people)?.to === 'somebody';
}

/** "Stop worrying, Grace", said where we are named too: nothing of it is about how it goes. */
function isForColleague({ person, text, people }: Ask): boolean {
  return isSpokenToAnother(
    text,
    people.filter(({ id }) => id !== person?.id),
  );
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
