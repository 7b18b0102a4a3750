import { hour, minute, plus } from '../../shared/time.ts';
import type { Inbound } from './inbound.ts';

/** Platforms deliver again what they could not deliver. From so much on, words are told with the time they were said. */
const lateAfter = 15 * minute;

/** Platforms try again after a minute: from so much on, words are over as well that newer ones of their speaker have overtaken. */
const overtakenAfter = minute;

/** A call for a person is still one for so long, unless a page was resolved meanwhile. */
const callsFor = 2 * hour;

/** How long ago something was said: `late` may be over, `slow` is over where newer words have overtaken it. Null for what says no time, and for presses and commands, which nobody delivers again. */
export function latenessOf(
  { said, saidAt }: Pick<Inbound, 'said' | 'saidAt'>,
  now: Date,
): { readonly at: Date; readonly is: 'late' | 'slow' | 'prompt' } | null {
  if ((said.kind !== 'text' && said.kind !== 'sign') || !saidAt) return null;
  const at = new Date(saidAt);
  if (now > plus(at, lateAfter)) return { at, is: 'late' };
  return { at, is: now > plus(at, overtakenAfter) ? 'slow' : 'prompt' };
}

/** May a call said then still raise a page? The newest resolution of a page of theirs is null when there is none. */
export function isStillCalling(
  saidAt: Date,
  { resolvedAt, now }: { readonly resolvedAt: Date | null; readonly now: Date },
): boolean {
  return now <= plus(saidAt, callsFor) && (resolvedAt === null || resolvedAt < saidAt);
}
