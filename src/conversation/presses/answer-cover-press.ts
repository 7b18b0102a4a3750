import { internal } from '../../delivery/audience.ts';
import type { Trip } from '../../shared/database.ts';
import { answerCover } from '../../shifts/answer-cover.ts';
import { privateNote, type Reply } from '../replies/reply.ts';
import type { CheckedPress } from './checked-press.ts';

/** "Yes, I cover", "No". The card itself shows what was said. */
export async function answerCoverPress(
  trip: Trip,
  { turn, action, subject }: CheckedPress,
): Promise<Reply[]> {
  const answer = action === 'cover.accept' ? 'accepted' : 'declined';
  const personId = turn.actor?.id ?? '';
  const outcome = await answerCover(trip, { coverId: subject, personId, answer });
  if (outcome === 'answered') return [];
  return [
    privateNote(
      outcome === 'already'
        ? internal`You have answered that already.`
        : internal`That shift is over.`,
    ),
  ];
}
