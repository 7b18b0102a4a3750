import { plusBusinessHours } from '../../shared/business-hours.ts';
import type { Trip } from '../../shared/database.ts';
import { earliest, plus } from '../../shared/time.ts';
import { isWindowOpen } from '../../transitions/transition.ts';
import { findScene } from '../cadence/load-scene.ts';
import { checkInPolicy } from '../cadence/policy.ts';
import type { Scene } from '../cadence/scene.ts';

/**
 * The customer said it can wait: an unanswered worry becomes a page later than it would have, counted from when it was
 * said, so that a time once promised is not moved by the next worry. Returns the first of them, or null when no worry is watched.
 */
export async function letWorryWait(trip: Trip, customerId: string): Promise<Date | null> {
  const { tx } = trip;
  const worries = await tx.checkIn.findMany({
    where: { customerId, state: 'answered', answer: 'worried', dueAt: { not: null } },
  });
  const dues: Date[] = [];
  for (const transitionId of new Set(worries.map(worry => worry.transitionId))) {
    const scene = await findScene(trip, transitionId);
    if (!scene) continue;
    for (const { id, answeredAt } of worries.filter(worry => worry.transitionId === transitionId)) {
      const dueAt = fetchDue(scene, answeredAt ?? trip.now);
      await tx.checkIn.updateMany({ where: { id, dueAt: { lt: dueAt } }, data: { dueAt } });
      dues.push(dueAt);
    }
  }
  return earliest(dues);
}

/** When a worry that can wait becomes a page after all. */
function fetchDue({ transition, customer }: Scene, saidAt: Date): Date {
  const { windowMilliseconds, otherwiseBusinessHours } = checkInPolicy.worryCanWait;
  if (isWindowOpen(transition)) return plus(saidAt, windowMilliseconds);
  return plusBusinessHours(saidAt, otherwiseBusinessHours, customer);
}
