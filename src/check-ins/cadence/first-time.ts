import { plusBusinessHours } from '../../shared/business-hours.ts';
import { hour, plus } from '../../shared/time.ts';
import { welcomeAt } from '../../transitions/welcome.ts';
import { checkInPolicy } from './policy.ts';
import type { Scene } from './scene.ts';
import { nextSlot, slotAfter } from './slot.ts';
import { restLook, stoppedLook } from './verdict.ts';

/** The first check-in of a phase, or the next look at a cadence that rests. */
export function firstTime(scene: Scene, now: Date): Date | null {
  const { cadence, transition } = scene;
  const { phase, phaseSince } = transition;
  if (phase === 'graduated') return null;
  if (cadence.stopped) return stoppedLook(scene, now);
  if (cadence.restingSince) return restLook(scene, now);
  if (phase === 'live') return firstInWindow(scene, now);
  if (phase === 'settling') {
    const { afterWindowMilliseconds, afterStartMilliseconds } = checkInPolicy.firstWhileSettling;
    return slotAfter(
      scene,
      later(plus(phaseSince, afterWindowMilliseconds), plus(now, afterStartMilliseconds)),
    );
  }
  // Nobody is asked how it goes before Handrail has introduced itself.
  if (phase === 'preparing') return nextSlot(scene, welcomeAt(transition, scene.customer, now));
  const slot = nextSlot(scene, cadence.lastAskedAt ?? now);
  return slot && slot <= now ? slotAfter(scene, plusBusinessHours(now, 1, scene.customer)) : slot;
}

/** The first check-in of a window: one rung after it opened, or after we came. */
export function firstInWindow(scene: Scene, now: Date): Date {
  const rungLength = checkInPolicy.rungHours[scene.cadence.rung] * hour;
  const first = plus(scene.transition.phaseSince, rungLength);
  return first > now ? first : plus(now, rungLength);
}

function later(a: Date, b: Date): Date {
  return new Date(Math.max(a.getTime(), b.getTime()));
}
