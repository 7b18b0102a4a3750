import { shared } from '../../delivery/audience.ts';
import type { Trip } from '../../shared/database.ts';
import { day, plus } from '../../shared/time.ts';
import { planSurvey } from '../../surveys/plan-survey.ts';
import { answerProposal } from '../../transitions/answer-proposal.ts';
import { answer, type Reply } from '../replies/reply.ts';
import type { CheckedPress } from './checked-press.ts';

/** The answer to "shall I stop checking in?"; settling it says what there is to say. */
export async function answerGraduation(
  trip: Trip,
  { turn, action, subject, customerId }: CheckedPress,
): Promise<Reply[]> {
  const byId = turn.actor?.id ?? null;
  const outcome = await answerProposal(trip, {
    transitionId: subject,
    byId,
    accepted: action === 'graduation.accept' ? 'yes' : 'no',
  });
  if (outcome === 'graduated' && byId !== null) {
    const at = plus(trip.now, day);
    await planSurvey(trip, {
      kind: 'nps',
      occasion: `${subject}:1`,
      customerId,
      personId: byId,
      at,
    });
  }
  return outcome === 'already'
    ? [answer(customerId, shared`That is settled already. I'm still here if you type.`)]
    : [];
}
