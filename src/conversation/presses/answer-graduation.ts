import { shared } from '../../delivery/audience.ts';
import type { Trip } from '../../shared/database.ts';
import { answerProposal } from '../../transitions/answer-proposal.ts';
import { answer, type Reply } from '../replies/reply.ts';
import type { CheckedPress } from './checked-press.ts';

/** The answer to "shall I stop checking in?"; settling it says what there is to say. */
export async function answerGraduation(
  trip: Trip,
  { turn, action, subject, customerId }: CheckedPress,
): Promise<Reply[]> {
  const outcome = await answerProposal(trip, {
    transitionId: subject,
    byId: turn.actor?.id ?? null,
    accepted: action === 'graduation.accept' ? 'yes' : 'no',
  });
  return outcome === 'already'
    ? [answer(customerId, shared`That is settled already. I'm still here if you type.`)]
    : [];
}
