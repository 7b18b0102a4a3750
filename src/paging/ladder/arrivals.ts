import { minute, plus, second } from '../../shared/time.ts';
import { waitMinutesAt } from './chase.ts';
import type { Escalation } from './escalation.ts';
import type { Position } from './position.ts';

/** What came of the calls that were made at a page's level, and in its round. */
export interface Arrivals {
  /** How late the earliest call of the level arrived, in milliseconds; null while none has. */
  readonly lateness: number | null;
  /** A call of the level is on its way, and nobody knows yet whether it arrives. */
  readonly isUnderway: boolean;
  /** A call of the level is tried on, and its platform takes nothing from us. */
  readonly isUnheard: boolean;
  /** Some call of the round has arrived. */
  readonly isAnyHeard: boolean;
}

/** What an open page needs when the time of its level is over. */
export type LevelLook =
  | { readonly next: 'wait'; readonly dueAt: Date }
  | { readonly next: 'hold'; readonly dueAt: Date }
  | { readonly next: 'climb' };

/** When it is looked at again, in milliseconds: a call that may arrive any moment, and an outage, whose end is told. */
const again = { underway: 10 * second, held: 30 * second };

interface Standing extends Position {
  readonly levelSince: Date | null;
  readonly policy: Escalation;
}

/**
 * Only what arrived counts: a level has its whole time from the moment its first call arrived. While nothing can arrive
 * anywhere, the ladder is not used up on people who hear nothing; it holds at its last level, and every call is tried on.
 */
export function lookAtLevel(page: Standing, arrivals: Arrivals, now: Date): LevelLook {
  const { levelSince, policy } = page;
  if (arrivals.lateness !== null && levelSince) {
    const wait = waitMinutesAt(page, policy) * minute;
    const dueAt = plus(levelSince, wait + arrivals.lateness);
    return now < dueAt ? { next: 'wait', dueAt } : { next: 'climb' };
  }
  if (arrivals.isUnderway) return { next: 'wait', dueAt: plus(now, again.underway) };
  const isLast = page.level + 1 >= policy.levels.length;
  if (isLast && arrivals.isUnheard && !arrivals.isAnyHeard)
    return { next: 'hold', dueAt: plus(now, again.held) };
  return { next: 'climb' };
}
