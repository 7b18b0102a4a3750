import { findSharedPage } from '../../paging/page/find-shared-page.ts';
import type { Trip } from '../../shared/database.ts';
import { answerAboutTime } from '../../situation/answer-about-time.ts';
import type { KnownSense } from '../../situation/time-question.ts';
import type { Act } from '../../understanding/acts/act.ts';
import type { Intent } from '../../understanding/intent.ts';
import { says } from '../../understanding/speech/say.ts';
import { speechOf } from '../../understanding/speech/speech.ts';
import { momentIn } from '../../understanding/times/moment.ts';
import { zoneOf } from '../arrival/turn.ts';
import type { Reply } from '../replies/reply.ts';
import { readAskedPerson } from '../words/asked-person.ts';
import { isBillQuestion } from '../words/bill-question.ts';
import { readConcern } from '../words/concern.ts';
import { readHumanWish, speaksOfCalling } from '../words/human-wish.ts';
import { readOutcome } from '../words/outcome-words.ts';
import { noticeFor } from '../words/request.ts';
import type { SelfQuestion } from '../words/self-question.ts';
import { sureness } from '../words/sureness.ts';
import { ofPlan } from '../words/with-act.ts';
import { isTold } from './add-to-open-page.ts';
import { answerBill } from './answers/answer-bill.ts';
import { answerCallBack } from './answers/answer-call-back.ts';
import { answerChief } from './answers/answer-chief.ts';
import { answerNobody } from './answers/answer-nobody.ts';
import { answerRequest } from './answers/answer-request.ts';
import { answerSelfQuestion } from './answers/answer-self-question.ts';
import { answerNoPageOpen } from './answers/answer-who.ts';
import { answers } from './answers/answers.ts';
import type { Ask } from './answers/ask.ts';
import { askerOf } from './answers/asker.ts';
import { handOverConcern } from './answers/hand-over-concern.ts';
import { getHuman } from './get-human.ts';
import { recordContact } from './record-contact.ts';

/** Null where the words are for something that is open. */
type ActAnswer = (trip: Trip, ask: Ask) => Promise<Reply[] | null>;

/** What each act is answered with; null leaves it to the check-in that is open, and to the intents. */
const actAnswers: Readonly<Record<Act, ActAnswer | null>> = {
  status: timed("what's happening now?"),
  punctual: timed('are we on time?'),
  finish: answerFinish,
  plan: timed('what is next?', 'ahead'),
  who: answers.who,
  whohasit: answerWhoHasIt,
  human: answers.help,
  trouble: null,
  nohuman: answerNotCalled,
  over: answers.resolved,
  callback: answerCallBack,
  notice: (trip, ask) => answerRequest(trip, ask, noticeFor(ask.text)),
  whom: answerWhom,
  putoff: as('stop'),
  less: as('stop'),
  more: as('more'),
  stop: as('stop'),
  good: null,
  soso: null,
  worried: null,
  thanks: answerThanksOrOver,
  colleague: answers.smalltalk,
  expert: (trip, ask) => handOverConcern(trip, ask, readConcern(ask.text) ?? 'question'),
  errand: (trip, ask) => answerRequest(trip, ask, { kind: 'advocates' }),
  complaint: null,
  manager: answerChief,
  sales: as('purchase'),
  bill: (trip, ask) =>
    isBillQuestion(ask.text) ? answerBill(trip, ask) : as('billing')(trip, ask),
  promise: answers.commitment,
  bot: aboutUs('what'),
  readers: aboutUs('readers'),
  memory: aboutUs('memory'),
  forget: aboutUs('forget'),
  smalltalk: answerChat,
  other: null,
};

/** What may be done on less than a clear act: nothing is changed by it, and it goes to nobody it is not for. */
const triedActs: readonly Act[] = [
  'status',
  'punctual',
  'finish',
  'plan',
  'who',
  'whohasit',
  'notice',
  'thanks',
  'expert',
  'errand',
  'promise',
  'bot',
  'smalltalk',
  'callback',
];

/** What the message does, where we are at least so sure of it; null otherwise, and where something else decides. */
export async function answerByAct(trip: Trip, ask: Ask, atLeast: number): Promise<Reply[] | null> {
  const { act } = ask;
  if (!act || ask.understanding.urgent) return null;
  const least = triedActs.includes(act.act) ? atLeast : Math.max(atLeast, sureness.ofAct);
  if (act.confidence < least || (act.confidence < sureness.ofAct && isOnlyTold(act.act, ask.text)))
    return null;
  const answer = actAnswers[act.act];
  if (!answer) return null;
  const replies = await answer(trip, ask);
  if (replies) await recordContact(trip, ask);
  return replies;
}

/** "18:50, that was quicker than planned": what only may ask of the plan, in words that ask for nothing. */
function isOnlyTold(act: Act, text: string): boolean {
  return ofPlan.includes(act) && isTold(text) && says(speechOf(text), 'good');
}

function as(intent: Intent): ActAnswer {
  return (trip, ask) =>
    answers[intent](trip, { ...ask, understanding: { ...ask.understanding, intent } });
}

function aboutUs(question: SelfQuestion): ActAnswer {
  return (trip, ask) => answerSelfQuestion(trip, ask, question);
}

/** What was asked about the plan, in its own words where they name a step or a time, else in ours. */
function timed(inOurs: string, sense: KnownSense = 'of-plan'): ActAnswer {
  return async (trip, ask) => {
    if (isTold(ask.text) && (await findSharedPage(trip.tx, ask.customer.id))) return null;
    const about = {
      customerId: ask.customer.id,
      timeZone: zoneOf(ask.turn),
      asker: askerOf(ask),
      sense,
    };
    const own = await answerAboutTime(trip, { ...about, text: ask.text });
    return own ? [{ card: own }] : answers.status(trip, { ...ask, text: inOurs });
  };
}

/** "It has time": where nobody speaks of a call, the trouble is written down, and somebody offered as ever. */
async function answerNotCalled(trip: Trip, ask: Ask): Promise<Reply[] | null> {
  const { text, understanding } = ask;
  const isOfCalls = speaksOfCalling(text) || readHumanWish(text) === 'nobody';
  return understanding.offer && !isOfCalls ? answers.help(trip, ask) : answerNobody(trip, ask);
}

/** Chat in which something sounds serious all the same is offered somebody. */
async function answerChat(trip: Trip, ask: Ask): Promise<Reply[]> {
  return ask.understanding.offer ? answers.help(trip, ask) : answers.smalltalk(trip, ask);
}

/** Whom to ask is only changed where somebody is named; "ask me again tomorrow" names a time. */
async function answerWhom(trip: Trip, ask: Ask): Promise<Reply[] | null> {
  const { kind } = readAskedPerson(ask.text, ask.people);
  const reckoning = { now: trip.now, timeZone: zoneOf(ask.turn), defaultTime: '09:00' } as const;
  const isTimed = momentIn(ask.text, { ...reckoning, tense: 'future' }) !== null;
  if (kind === 'nobody' || (kind === 'speaker' && isTimed)) return null;
  return answerRequest(trip, ask, { kind: 'asks-another' });
}

/** "It works again, thanks Nora": while she has it, that it works is what she is waiting for. */
async function answerThanksOrOver(trip: Trip, ask: Ask): Promise<Reply[] | null> {
  const isOver =
    readOutcome(ask.text) === 'solved' && (await findSharedPage(trip.tx, ask.customer.id)) !== null;
  return isOver ? answers.resolved(trip, ask) : answers.thanks(trip, ask);
}

const endOfPlan = timed('when will it be finished?');

/** While somebody is called, or has it, the end that is asked about is that of the trouble: they hear the question. */
async function answerFinish(trip: Trip, ask: Ask): Promise<Reply[] | null> {
  const { turn, customer, text } = ask;
  if (!(await findSharedPage(trip.tx, ask.customer.id))) return endOfPlan(trip, ask);
  return getHuman(trip, turn, { customer, words: text, how: 'asked' });
}

/** While something is being called for or looked at, how it stands; else who is there. */
async function answerWhoHasIt(trip: Trip, ask: Ask): Promise<Reply[]> {
  const isOfWhom = /^\W*(?:so |and |ok )*(?:who|whom|wer|qui|quien|quién|quem|chi|wie|誰)\b/i.test(
    ask.text,
  );
  if (isOfWhom) return answers.who(trip, ask);
  if (!(await findSharedPage(trip.tx, ask.customer.id))) return answerNoPageOpen(trip, ask);
  return answers.status(trip, { ...ask, text: "what's happening now?" });
}
