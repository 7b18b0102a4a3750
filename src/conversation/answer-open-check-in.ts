import { recordAnswer } from '../check-ins/record-answer.ts';
import type { Trip } from '../shared/database.ts';
import { day, plus } from '../shared/time.ts';
import type { Intent } from '../understanding/understand.ts';
import type { Ask } from './answers/ask.ts';
import { passOn } from './pass-on.ts';

/** An answer in words counts for a check-in asked so recently. */
const answeredWithin = 2 * day;

type Answer = 'good' | 'fine' | 'worried';

const meanings: Readonly<Partial<Record<Intent, Answer>>> = {
  thanks: 'good',
  worried: 'worried',
  complaint: 'worried',
  help: 'fine',
};

/** Words that answer the newest check-in in the customer's own way; false when there is none, or they say something else. */
export async function answerOpenCheckIn(trip: Trip, ask: Ask): Promise<boolean> {
  const { customer, person, text, understanding } = ask;
  const answer = meanings[understanding.intent];
  if (!answer || !person || understanding.urgent) return false;
  const open = await trip.tx.checkIn.findFirst({
    where: {
      customerId: customer.id,
      state: { in: ['asked', 'repeated'] },
      askedAt: { gte: plus(trip.now, -answeredWithin) },
    },
    orderBy: { askedAt: 'desc' },
  });
  if (!open) return false;
  if (understanding.intent === 'help')
    await passOn(trip, ask, { kind: 'problem', what: 'reports' });
  await recordAnswer(trip, { checkInId: open.id, personId: person.id, answer, words: text });
  return true;
}
