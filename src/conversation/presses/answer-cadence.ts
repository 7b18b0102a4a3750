import { grantWish } from '../../check-ins/wishes/grant-wish.ts';
import { shared } from '../../delivery/audience.ts';
import type { Trip } from '../../shared/database.ts';
import { answer, type Reply } from '../replies/reply.ts';
import type { CheckedPress } from './checked-press.ts';

/** "Keep it daily" or "That's fine", in answer to a step of the cadence. */
export async function answerCadence(
  trip: Trip,
  { turn, action, customerId }: CheckedPress,
): Promise<Reply[]> {
  const wish =
    action === 'cadence.keep' ? ({ kind: 'keep' } as const) : ({ kind: 'accept' } as const);
  const personId = turn.actor?.id ?? '';
  const said = await grantWish(trip, { customerId, personId, wish });
  return [answer(customerId, shared`${said}`)];
}
