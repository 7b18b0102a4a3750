import { withdrawUnprompted } from '../../delivery/withdraw-unprompted.ts';
import type { Trip } from '../../shared/database.ts';
import { lockCadences } from '../asking/cadence-lock.ts';
import { listOpenCheckIns } from '../asking/list-open-check-ins.ts';

/**
 * Somebody on the customer's side spoke: silence and rest end, and no question waits any more. Returns
 * the transitions that had been waiting or resting, whose next check-in must be planned afresh.
 */
export async function endSilence(trip: Trip, customerId: string): Promise<Set<string>> {
  const { tx, now } = trip;
  // Hazard: this waits for a question that is being asked right now; only then can it be seen below.
  await lockCadences(trip, customerId);
  const resting = await tx.cadence.findMany({
    where: { customerId, restingSince: { not: null } },
    select: { transitionId: true },
  });
  // The time of a resting cadence is when we would look again, not when we would ask: it is no plan.
  await tx.cadence.updateMany({
    where: { customerId, restingSince: { not: null }, dueFor: { not: 'wish' } },
    data: { dueAt: null },
  });
  await tx.cadence.updateMany({
    where: { customerId },
    data: { heardAt: now, restingSince: null, restAttempt: null },
  });
  await withdrawUnprompted(trip, customerId, 'the customer spoke with us just now');
  const open = await listOpenCheckIns(tx, customerId);
  await tx.checkIn.updateMany({
    where: { id: { in: open.map(({ id }) => id) } },
    data: { state: 'heard', answeredAt: now, dueAt: null },
  });
  return new Set([...open, ...resting].map(({ transitionId }) => transitionId));
}
