import { recordAnswer } from '../../check-ins/answers/record-answer.ts';
import type { Trip } from '../../shared/database.ts';
import { keepAnsweredWorry } from '../customer-desk/worries/keep-answered-worry.ts';
import type { Reply } from '../replies/reply.ts';
import type { CheckedPress } from './checked-press.ts';

const meanings = {
  'check-in.good': 'good',
  'check-in.fine': 'fine',
  'check-in.worried': 'worried',
} as const;

/** One tap, or one word, on a check-in. The question itself shows the answer; more is said only when there is more. */
export async function answerCheckIn(
  trip: Trip,
  { turn, action, subject, customerId }: CheckedPress,
): Promise<Reply[]> {
  const given = Object.entries(meanings).find(([id]) => id === action)?.[1];
  const personId = turn.actor?.id;
  if (!given || !personId) return [];
  const { reply } = await recordAnswer(trip, { checkInId: subject, personId, answer: given });
  if (given === 'worried') await keepAnsweredWorry(trip, turn, { customerId, words: null });
  return reply ? [{ card: reply }] : [];
}
