import { minute, second } from '../shared/time.ts';
import type { Lane } from './draft.ts';

/** Every constant of the sender, in one place. */
export const deliveryPolicy = {
  /** How long one sender may hold a message before another takes over. Longer than any call (5 s). */
  leaseMilliseconds: 10 * second,
  /** The first pause after "surely not delivered, try again"; doubles each time. */
  firstRetryMilliseconds: 1 * second,
  longestRetryMilliseconds: 2 * minute,
  /** After so many tries the message is given up: about 2 minutes for a page, 20 for the others. */
  mostTries: { pages: 7, replies: 16, 'check-ins': 16 } satisfies Record<Lane, number>,
} as const;

/** Pause before try number `tries + 1`; the platform's own wish counts when it is longer. */
export function retryPause(tries: number, wishedMilliseconds = 0): number {
  const { firstRetryMilliseconds, longestRetryMilliseconds } = deliveryPolicy;
  const own = Math.min(
    firstRetryMilliseconds * 2 ** Math.max(0, tries - 1),
    longestRetryMilliseconds,
  );
  return Math.max(own, wishedMilliseconds);
}
