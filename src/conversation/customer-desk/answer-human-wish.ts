import type { Customer } from '../../customers/customer.ts';
import { findSharedPage } from '../../paging/page/find-shared-page.ts';
import type { Trip } from '../../shared/database.ts';
import type { Act } from '../../understanding/acts/act.ts';
import type { ReadAct } from '../../understanding/acts/read-act.ts';
import { saidAs, says } from '../../understanding/speech/say.ts';
import { type Speech, speechOf } from '../../understanding/speech/speech.ts';
import { understand } from '../../understanding/understand.ts';
import { listOurPeople } from '../naming/list-our-people.ts';
import type { Reply } from '../replies/reply.ts';
import {
  type HumanWish,
  isOnlyForCase,
  readHumanWish,
  speaksOfCalling,
} from '../words/human-wish.ts';
import { letsWait } from '../words/plain-answer.ts';
import { readRequest } from '../words/request.ts';
import { sureness } from '../words/sureness.ts';
import { answerCallBack } from './answers/answer-call-back.ts';
import { answerChief } from './answers/answer-chief.ts';
import { answerHelp } from './answers/answer-help.ts';
import { answerNobody } from './answers/answer-nobody.ts';
import type { Ask } from './answers/ask.ts';
import { getHuman } from './get-human.ts';
import { recordContact } from './record-contact.ts';

const others = {
  nobody: answerNobody,
  manager: answerChief,
  'call-back': answerCallBack,
  offer: answerHelp,
} as const;

/** Somebody wants a human, or none, or is surely in an emergency. Null when it is about something else. */
export async function answerHumanWish(trip: Trip, ask: Ask): Promise<Reply[] | null> {
  const { turn, customer, text } = ask;
  const wish = ask.isPicked ? null : await findWish(trip, ask);
  if (!wish) return null;
  await recordContact(trip, ask);
  if (wish !== 'now') return others[wish](trip, ask);
  const how = turn.isAddressed ? 'asked' : 'overheard';
  return getHuman(trip, turn, { customer, words: text, how });
}

/** Between people, asking each other for a call is not asking us; what must not wait is no matter of office hours. */
async function findWish(
  trip: Trip,
  { turn, text, customer, act, understanding: { urgent } }: Ask,
): Promise<HumanWish | 'offer' | null> {
  if (!turn.isAddressed) return urgent ? 'now' : null;
  if (letsWait(text) && (await isRinging(trip, customer))) return 'nobody';
  const people = speaksOfCalling(text) ? await listOurPeople(trip) : [];
  const wish = readHumanWish(text, people);
  if (wish === 'now' && !urgent && namesChief(customer, speechOf(text, people))) return 'manager';
  if (wish === 'now' && !urgent && isQuestionOnly(text, act)) return null;
  if (wish === 'now' && !urgent && isSomethingElse(act)) return isChat(act) ? 'offer' : null;
  if (wish === null && !urgent && isSureCall(act)) return 'now';
  if (!urgent || wish === 'nobody' || isHandover(text)) return wish;
  if (wish === null && isOnlyForCase(text)) return null;
  // "Ring me in an hour" sounds urgent and has its own time; the trouble beside it has not.
  return wish === 'call-back' && !isUrgentBeside(text) ? wish : 'now';
}

/** A call that a turn of phrase seems to make, in words that surely do something else: a person is offered. */
function isSomethingElse(act: ReadAct | null): boolean {
  return act !== null && !calls.includes(act.act) && act.confidence >= sureness.toCalm;
}

/** Nothing is done on these: a person is offered. What changes or passes on something is done, as it is said. */
function isChat(act: ReadAct | null): boolean {
  return act !== null && (questions.includes(act.act) || chat.includes(act.act));
}

const chat: readonly Act[] = [
  'smalltalk',
  'good',
  'soso',
  'thanks',
  'worried',
  'complaint',
  'expert',
];

const calls: readonly Act[] = ['human', 'trouble', 'manager', 'callback', 'other'];

/** "Is somebody's phone ringing now because of me?", and nothing besides. */
function isQuestionOnly(text: string, act: ReadAct | null): boolean {
  if (act === null || !questions.includes(act.act) || act.confidence < sureness.toAskOnly)
    return false;
  const speech = speechOf(text);
  const isOne = speech.tokens.every(({ sentence }) => sentence === 0);
  return isOne && !says(speech, 'want') && !/\bplease\b|\bbitte\b|s'il vous|por favor/i.test(text);
}

const questions: readonly Act[] = [
  'status',
  'punctual',
  'finish',
  'plan',
  'who',
  'whohasit',
  'bot',
  'readers',
  'memory',
];

/** A call in words of its own. */
function isSureCall(act: ReadAct | null): boolean {
  return act?.act === 'human' && act.confidence >= sureness.toFetch;
}

async function isRinging({ tx }: Trip, { id }: Customer): Promise<boolean> {
  return (await findSharedPage(tx, id))?.state === 'open';
}

/** "A word with Helen Marsh": whoever stands above those who look after them, and nobody else. */
function namesChief({ advocateId, managerId }: Customer, speech: Speech): boolean {
  const named = new Set(saidAs(speech, 'ours').map(({ personId }) => personId));
  return named.size === 1 && managerId !== null && managerId !== advocateId && named.has(managerId);
}

/** "Ask Grace from now on, I'm off to bed", which may sound urgent and tells of no trouble. */
function isHandover(text: string): boolean {
  const isTrouble = says(speechOf(text), ['bad', 'goesWrong', 'lost']);
  return !isTrouble && readRequest(text)?.kind === 'asks-another';
}

/** "Nobody can post, please call me at 11:30": an emergency by what is told with the wish. */
function isUrgentBeside(text: string): boolean {
  return text
    .split(/[.!?;,\n、。]+/u)
    .some(said => !says(speechOf(said), 'ringMe') && understand(said).urgent);
}
