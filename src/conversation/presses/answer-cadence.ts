import { grantWish } from '../../check-ins/grant-wish.ts';
import { shared } from '../../delivery/audience.ts';
import type { Trip } from '../../shared/database.ts';
import { settleGraduation } from '../../transitions/settle-graduation.ts';
import { answer, type Reply } from '../reply.ts';
import type { Allowed } from './carry-out.ts';

/** "Keep it daily" or "That's fine", in answer to a step of the cadence. */
export async function answerCadence(
  trip: Trip,
  { occasion, action, customerId }: Allowed,
): Promise<Reply[]> {
  const wish =
    action === 'cadence.keep' ? ({ kind: 'keep' } as const) : ({ kind: 'accept' } as const);
  const personId = occasion.actor?.id ?? '';
  const said = await grantWish(trip, { customerId, personId, wish });
  return [answer(customerId, shared`${said}`)];
}

/** The answer to "shall I stop checking in?"; settling it says what there is to say. */
export async function answerGraduation(
  trip: Trip,
  { occasion, action, subject, customerId }: Allowed,
): Promise<Reply[]> {
  const outcome = await settleGraduation(trip, {
    transitionId: subject,
    byId: occasion.actor?.id ?? null,
    accepted: action === 'graduation.accept' ? 'yes' : 'no',
  });
  return outcome === 'already'
    ? [answer(customerId, shared`That is settled already. I'm still here if you type.`)]
    : [];
}
