import { plusBusinessHours } from '../../shared/business-hours.ts';
import type { Trip } from '../../shared/database.ts';
import { earliest, plus } from '../../shared/time.ts';
import { isWindowOpen } from '../../transitions/transition.ts';
import { findScene } from '../cadence/load-scene.ts';
import { checkInPolicy } from '../cadence/policy.ts';

/**
 * The customer said it can wait: an unanswered worry becomes a page later than it would have. Returns when,
 * or null when no worry is watched.
 */
export async function letWorryWait(trip: Trip, customerId: string): Promise<Date | null> {
  const { tx, now } = trip;
  const worries = await tx.checkIn.findMany({
    where: { customerId, state: 'answered', answer: 'worried', dueAt: { not: null } },
  });
  const { windowMilliseconds, otherwiseBusinessHours } = checkInPolicy.worryCanWait;
  const dues: Date[] = [];
  for (const { id, transitionId } of worries) {
    const scene = await findScene(trip, transitionId);
    if (!scene) continue;
    const dueAt = isWindowOpen(scene.transition)
      ? plus(now, windowMilliseconds)
      : plusBusinessHours(now, otherwiseBusinessHours, scene.customer);
    await tx.checkIn.update({ where: { id }, data: { dueAt } });
    dues.push(dueAt);
  }
  return earliest(dues);
}
