import { recordAnswer } from '../../check-ins/answers/record-answer.ts';
import { findAdvocate } from '../../customers/find-advocate.ts';
import { shared } from '../../delivery/audience.ts';
import type { Trip } from '../../shared/database.ts';
import { day, minute, plus } from '../../shared/time.ts';
import { named } from '../../situation/text.ts';
import type { Intent } from '../../understanding/intent.ts';
import { answer, type Reply } from '../replies/reply.ts';
import type { Ask } from './answers/ask.ts';
import { offerHuman } from './offer-human.ts';
import { keepAnsweredWorry } from './worries/keep-answered-worry.ts';

/** An answer in words counts for a check-in asked so recently. */
const answeredWithin = 2 * day;

/** After "Fine, one thing" the next words are the one thing. */
const oneThingWithin = 30 * minute;

type Answer = 'good' | 'fine' | 'worried';

const meanings: Readonly<Partial<Record<Intent, Answer>>> = {
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

/** Words that answer the newest check-in in the customer's own way; null when there is none, or they say something else. */
export async function answerOpenCheckIn(trip: Trip, ask: Ask): Promise<Reply[] | null> {
  const { customer, person, text, understanding } = ask;
  if (!person) return null;
  const given = (await moreOfTheSame(trip, ask)) ?? (await answerInWords(trip, ask));
  if (!given || understanding.urgent) return null;
  const { reply, words } = await recordAnswer(trip, { ...given, personId: person.id, words: text });
  const told = { customerId: customer.id, words: text };
  if (given.answer === 'worried') await keepAnsweredWorry(trip, ask.turn, told);
  if (given.answer === 'fine' && understanding.offer) return [await offerForFault(trip, ask)];
  return [reply ? { card: reply } : answer(customer.id, words)];
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
  readonly answer: Answer;
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

async function answerInWords(
  { tx, now }: Trip,
  { customer, understanding }: Ask,
): Promise<Given | null> {
  const meant = meanings[understanding.intent];
  if (!meant) return null;
  const open = await tx.checkIn.findFirst({
    where: {
      customerId: customer.id,
      state: { in: ['asked', 'repeated', 'heard'] },
      answer: null,
      askedAt: { gte: plus(now, -answeredWithin) },
    },
    orderBy: { askedAt: 'desc' },
  });
  return open && { checkInId: open.id, answer: meant };
}
