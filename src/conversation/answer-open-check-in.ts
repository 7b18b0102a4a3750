import { recordAnswer } from '../check-ins/record-answer.ts';
import type { Trip } from '../shared/database.ts';
import { day, minute, plus } from '../shared/time.ts';
import type { Intent } from '../understanding/intent.ts';
import type { Ask } from './answers/ask.ts';
import { answer, type Reply } from './reply.ts';

/** An answer in words counts for a check-in asked so recently. */
const answeredWithin = 2 * day;

/** After "Fine, one thing" the next words are the one thing. */
const oneThingWithin = 30 * minute;

type Answer = 'good' | 'fine' | 'worried';

const meanings: Readonly<Partial<Record<Intent, Answer>>> = {
  thanks: 'good',
  worried: 'worried',
  complaint: 'worried',
  help: 'fine',
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
  return [reply ? { card: reply } : answer(customer.id, words)];
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
