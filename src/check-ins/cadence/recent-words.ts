import { badDayAt } from '../../confidence/outlook.ts';
import { earliest } from '../../shared/time.ts';
import type { Scene } from './scene.ts';
import { nextSlot } from './slot.ts';

/** Words that a customer wrote of its own accord, and until when they stand for an answer. */
export interface RecentWords {
  readonly heardAt: Date;
  readonly until: Date;
}

/**
 * Who has written to us since the last question, without a worry, need not be asked yet: the next check-in counts
 * from there, though it comes two rungs after the last at the latest, for neutral words are no "good". Null when nothing was
 * written, when it was trouble, on an expected bad day, and where somebody set the rhythm.
 */
export function recentWords(scene: Scene, now: Date): RecentWords | null {
  const { cadence, transition, outlook } = scene;
  const { heardAt, lastAskedAt } = cadence;
  if (!heardAt || !lastAskedAt || heardAt <= lastAskedAt || isSet(cadence)) return null;
  if (lastAskedAt < transition.phaseSince || badDayAt(outlook, now)) return null;
  if (isTroubledSince(scene, lastAskedAt)) return null;
  const usual = nextSlot(scene, lastAskedAt);
  const latest = usual && nextSlot(scene, usual);
  const until = earliest([nextSlot(scene, heardAt), latest]);
  return until && until > now ? { heardAt, until } : null;
}

function isSet({ pinned, fixedTime, notSlower }: Scene['cadence']): boolean {
  return pinned || fixedTime !== null || notSlower !== null;
}

function isTroubledSince({ evidence }: Scene, since: Date): boolean {
  return evidence.some(({ at, weight }) => at >= since && weight > 0);
}
