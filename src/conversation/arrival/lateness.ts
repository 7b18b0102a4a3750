import { hour, minute, plus } from '../../shared/time.ts';
import type { Inbound } from './inbound.ts';

/** Platforms deliver again what they could not deliver. From so much on, words are told with the time they were said. */
const lateAfter = 15 * minute;

/** A call for a person is still one for so long, unless a page was resolved meanwhile. */
const callsFor = 2 * hour;

/** When these words were said, where that is so long ago that they may be over; null for everything else. */
export function saidLateAt({ said, saidAt }: Inbound, now: Date): Date | null {
  if (said.kind !== 'text' || !saidAt) return null;
  const at = new Date(saidAt);
  return now > plus(at, lateAfter) ? at : null;
}

/** May a call said then still raise a page? The newest resolution of a page of theirs is null when there is none. */
export function isStillCalling(
  saidAt: Date,
  { resolvedAt, now }: { readonly resolvedAt: Date | null; readonly now: Date },
): boolean {
  return now <= plus(saidAt, callsFor) && (resolvedAt === null || resolvedAt < saidAt);
}
