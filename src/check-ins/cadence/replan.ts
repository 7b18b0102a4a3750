import { hour, plus } from '../../shared/time.ts';
import { firstTime } from './first-time.ts';
import { checkInPolicy } from './policy.ts';
import { runsRoundTheClock, type Scene } from './scene.ts';
import { nextSlot, slotAfter } from './slot.ts';

/** When the next check-in comes after somebody changed how often, counted from the last one; null = not by itself. */
export function replanned(scene: Scene, now: Date): Date | null {
  const { cadence, transition } = scene;
  const { pausedUntil, lastAskedAt } = cadence;
  const isWindow = runsRoundTheClock(scene, now);
  if (cadence.stopped || cadence.restingSince || transition.phase === 'graduated')
    return firstTime(scene, now);
  if (pausedUntil && pausedUntil > now)
    return isWindow ? pausedUntil : slotAfter(scene, pausedUntil);
  if (cadence.dueFor !== 'slot' && cadence.dueAt && cadence.dueAt > now) return cadence.dueAt;
  const isNewPhase = lastAskedAt === null || lastAskedAt < transition.phaseSince;
  if (isNewPhase) return firstTime(scene, now);
  const at = nextSlot(scene, lastAskedAt);
  if (at === null || at > now) return at;
  return isWindow ? plus(now, checkInPolicy.rungHours[cadence.rung] * hour) : slotAfter(scene, now);
}
