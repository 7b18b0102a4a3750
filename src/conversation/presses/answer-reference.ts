import { shared } from '../../delivery/audience.ts';
import type { Trip } from '../../shared/database.ts';
import { settleReference } from '../../surveys/settle-reference.ts';
import { answer, type Reply } from '../replies/reply.ts';
import type { CheckedPress } from './checked-press.ts';

/** "Yes" or "no" to being asked by others; whoever was asked says so, and nobody for them. */
export async function answerReference(trip: Trip, press: CheckedPress): Promise<Reply[]> {
  const { turn, action, subject, customerId } = press;
  const survey = await trip.tx.survey.findUniqueOrThrow({ where: { id: subject } });
  const personId = turn.actor?.id;
  if (personId === undefined || personId !== survey.personId) return [];
  const isYes = action === 'reference.accept';
  await settleReference(trip, { personId, answer: isYes ? 'agreed' : 'declined' });
  return [
    isYes
      ? answer(
          customerId,
          shared`Thank you, I've noted that. You can take that back at any time: just say so.`,
        )
      : answer(customerId, shared`All right, nobody will ask you.`),
  ];
}
