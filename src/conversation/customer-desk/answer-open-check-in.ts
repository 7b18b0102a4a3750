import { recordAnswer } from '../../check-ins/answers/record-answer.ts';
import { oneThingWithin } from '../../check-ins/answers/take-one-thing.ts';
import { answerableForMilliseconds } from '../../check-ins/asking/check-in.ts';
import { findAdvocate } from '../../customers/find-advocate.ts';
import { shared, type Text } from '../../delivery/audience.ts';
import { findSharedPage } from '../../paging/page/find-shared-page.ts';
import type { Trip } from '../../shared/database.ts';
import { plus } from '../../shared/time.ts';
import { named } from '../../situation/text.ts';
import { whenBack } from '../../situation/when-back.ts';
import type { Intent } from '../../understanding/intent.ts';
import { saidAs, says } from '../../understanding/speech/say.ts';
import { speechOf } from '../../understanding/speech/speech.ts';
import { answer, type Reply } from '../replies/reply.ts';
import { isMoodOf, moodByAct } from '../words/act-mood.ts';
import { readHumanWish } from '../words/human-wish.ts';
import { type Mood, readMood } from '../words/mood-words.ts';
import { sureness } from '../words/sureness.ts';
import type { Ask } from './answers/ask.ts';
import { askMood } from './ask-mood.ts';
import { hearVoice } from './hear-voice.ts';
import { offerHuman } from './offer-human.ts';
import { keepAnsweredWorry } from './worries/keep-answered-worry.ts';

const meanings: Readonly<Partial<Record<Intent, Mood>>> = {
  thanks: 'good',
  worried: 'worried',
  complaint: 'worried',
};

const moreWords: readonly Intent[] = [
  'help',
  'worried',
  'complaint',
  'other',
  'billing',
  'planning',
  'purchase',
];

/** Asks that are answered as such, whatever mood they are in. */
const otherErrands: readonly Intent[] = [
  'status',
  'next',
  'who',
  'stop',
  'more',
  'billing',
  'planning',
  'purchase',
  'commitment',
];

/** Words that answer the newest check-in in the customer's own way; null when there is none, or they say something else. */
export async function answerOpenCheckIn(trip: Trip, ask: Ask): Promise<Reply[] | null> {
  const { customer, person, text, understanding } = ask;
  if (!person) return null;
  const given = (await moreOfTheSame(trip, ask)) ?? (await answerInWords(trip, ask));
  if (!given || understanding.urgent) return null;
  // While somebody is called, or at work, what is told is for them and not for the question.
  if (!isSurelyMeant(ask, given) && (await findSharedPage(trip.tx, customer.id))) return null;
  if (given.answer === 'unclear') return [await askMood(trip, ask.turn, customer)];
  const { reply, words } = await recordAnswer(trip, {
    checkInId: given.checkInId,
    answer: given.answer,
    personId: person.id,
    words: text,
  });
  if (given.answer === 'worried')
    await hearVoice(trip, ask, understanding.intent === 'complaint' ? 'complaint' : 'worry');
  if (given.answer === 'fine') await hearVoice(trip, ask, 'feedback');
  const told = { customerId: customer.id, words: text };
  if (given.answer === 'worried') await keepAnsweredWorry(trip, ask.turn, told);
  if (given.answer === 'fine' && understanding.offer) return [await offerForFault(trip, ask)];
  if (!reply) return [answer(customer.id, words)];
  const back = given.answer === 'fine' ? await backText(trip, ask) : null;
  return [{ card: back ? { ...reply, body: [...reply.body, back] } : reply }];
}

/** "All good on our side, by the way" is for the question, also while somebody is called. */
function isSurelyMeant({ act, understanding }: Ask, { answer }: Given): boolean {
  if (understanding.intent === 'resolved') return false;
  return answer === 'good' && (act === null || act.confidence >= sureness.ofAct);
}

/** Whoever has the one thing now may be at home. */
async function backText(trip: Trip, { customer }: Ask): Promise<Text<'shared'> | null> {
  const advocate = await findAdvocate(trip, customer);
  return advocate && whenBack(trip, customer, advocate);
}

/** The one thing turns out to be a fault: whoever it hit is offered a person, and not told that all is good. */
async function offerForFault(trip: Trip, { turn, customer, text }: Ask): Promise<Reply> {
  const advocate = await findAdvocate(trip, customer);
  const before = advocate
    ? shared`Thank you. I've passed that to ${named(advocate.name)}, in your words.`
    : shared`Thank you. I've passed that on in your words.`;
  return offerHuman(trip, turn, { customerId: customer.id, words: text, before: [before] });
}

interface Given {
  readonly checkInId: string;
  readonly answer: Mood;
}

/** The one thing behind "fine, one thing", or what it is that worries. */
async function moreOfTheSame({ tx, now }: Trip, ask: Ask): Promise<Given | null> {
  const { person, understanding } = ask;
  const last = await tx.checkIn.findFirst({
    where: {
      customerId: ask.customer.id,
      answeredById: person?.id ?? '',
      answer: { in: ['fine', 'worried'] },
      words: null,
      answeredAt: { gte: plus(now, -oneThingWithin) },
    },
    orderBy: { answeredAt: 'desc' },
  });
  if (!last || !moreWords.includes(understanding.intent)) return null;
  const isWorse = understanding.intent === 'worried' || last.answer === 'worried';
  return { checkInId: last.id, answer: isWorse ? 'worried' : 'fine' };
}

async function answerInWords({ tx, now }: Trip, ask: Ask): Promise<Given | null> {
  const answer = moodOf(ask);
  if (!answer) return null;
  const since = plus(now, -answerableForMilliseconds);
  const open = await tx.checkIn.findFirst({
    where: {
      customerId: ask.customer.id,
      state: { in: ['asked', 'repeated', 'heard'] },
      answer: null,
      OR: [{ askedAt: { gte: since } }, { repeatedAt: { gte: since } }],
    },
    orderBy: { askedAt: 'desc' },
  });
  return open && { checkInId: open.id, answer };
}

/** "We'll manage without you, thanks": thanks that say nothing of how it goes. */
function isRefusal(text: string): boolean {
  return saidAs(speechOf(text), ['noNeed', 'stop']).length > 0 || readHumanWish(text) === 'nobody';
}

/** Longer than this, what only sounds like praise tells more than that. */
const mostOfPraise = 8;

/** How it goes, by the words themselves, set right by what they do where that is clear. */
function moodOf(ask: Ask): Mood | null {
  const mood = spokenMood(ask);
  if (mood === 'unclear' && isSurelyMixed(ask)) return 'fine';
  return ask.act ? moodByAct(mood, ask.act) : mood;
}

/** "Meh. It's there. Ask me tomorrow if I liked it": so-so, and told at some length. */
function isSurelyMixed({ act, text }: Ask): boolean {
  const isSoSo = act?.act === 'soso' && act.confidence >= sureness.toChange;
  return isSoSo && speechOf(text).tokens.length > mostOfPraise;
}

/** What the words say of it is believed before what they sound like. */
function spokenMood({ text, understanding, act }: Ask): Mood | null {
  const { intent, confidence } = understanding;
  const mood = readMood(text);
  if (mood === 'good' && intent === 'help' && confidence >= sureness.toAnswer) return null;
  if (mood === null) {
    const saysNothing = isRefusal(text) || says(speechOf(text), 'thanks');
    const sounded = saysNothing ? null : (meanings[intent] ?? null);
    if (sounded && act && !isMoodOf(sounded, act)) return null;
    if (sounded === 'good' && speechOf(text).tokens.length > mostOfPraise) return null;
    return sounded === 'worried' && confidence < sureness.toTakeForWorry ? 'unclear' : sounded;
  }
  if (otherErrands.includes(intent) && confidence >= sureness.toLeaveWorry) return null;
  return mood === 'worried' && intent === 'help' ? null : mood;
}
