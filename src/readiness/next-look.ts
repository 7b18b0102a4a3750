import { beforeWindow } from '../on-call/question-proofs.ts';
import { earliest, hour, plus } from '../shared/time.ts';
import type { Stretch } from './readiness.ts';

/** Shortly before it begins, when somebody can still be named. */
export const shortlyBefore = 4 * hour;

interface Window {
  readonly windowFrom: Date;
  readonly windowUntil: Date;
}

/** When the ladder of a window is looked at next: at once while it is near or open, and never once it is over. */
export function nextLook({ windowFrom, windowUntil }: Window, now: Date): Date | null {
  if (windowUntil <= now) return null;
  const first = plus(windowFrom, -beforeWindow);
  return first > now ? first : now;
}

/** The look after one that was taken just now; what changes meanwhile has it looked at anyway. */
export function lookAfter({ windowFrom }: Window, now: Date): Date | null {
  const looks = [beforeWindow, shortlyBefore].map(before => plus(windowFrom, -before));
  return earliest(looks.filter(at => at > now));
}

/** What is left of a window. */
export function leftOf({ windowFrom, windowUntil }: Window, now: Date): Stretch {
  return { from: windowFrom > now ? windowFrom : now, until: windowUntil };
}
