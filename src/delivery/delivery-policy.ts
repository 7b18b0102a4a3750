import { hour, second } from '../shared/time.ts';
import type { Lane } from './draft.ts';

/** Every constant of the sender, in one place. */
export const deliveryPolicy = {
  /** How long one sender may hold a message before another takes over. Longer than any call (5 s). */
  leaseMilliseconds: 10 * second,
  /** A call begins so soon after its message was taken that it ends before the lease does. */
  beginWithinMilliseconds: 4 * second,
  /** What the last look at the gate and the lease said holds for so long. */
  confirmedForMilliseconds: 2 * second,
  /** The first pause after "surely not delivered, try again"; doubles each time. */
  firstRetryMilliseconds: 1 * second,
  /** Short enough that a platform which comes back after an hour has everything within half a minute; other systems are spared. */
  longestRetryMilliseconds: {
    pages: 20 * second,
    replies: 20 * second,
    'check-ins': 20 * second,
    webhooks: hour,
  } satisfies Record<Lane, number>,
  /** After so many tries a message is given up: pages and what other systems are told after a day, everything else after more than an hour. */
  mostTries: { pages: 4_320, replies: 240, 'check-ins': 240, webhooks: 36 } satisfies Record<
    Lane,
    number
  >,
  /**
   * After so many, about a minute, a page to somebody counts as not arriving: whoever had it said goes other ways,
   * while it is tried on, and hears when it arrives after all. Outside chat there is a next medium: seconds.
   */
  unheardTries: { chat: 7, outside: 2 },
  /**
   * How long after a lost response the platform is asked. What is never said twice waits until a call that
   * we stopped waiting for has surely arrived or failed.
   */
  lookAfterMilliseconds: {
    pages: 1 * second,
    replies: 1 * second,
    'check-ins': 5 * second,
    webhooks: 1 * second,
  } satisfies Record<Lane, number>,
} as const;

/** After how many tries a page by this medium counts as not arriving. */
export function unheardTriesOf(via: string): number {
  const { chat, outside } = deliveryPolicy.unheardTries;
  return via === 'chat' ? chat : outside;
}

/** Pause before try number `tries + 1`; the platform's own wish counts when it is longer. */
export function retryPause(lane: Lane, tries: number, wishedMilliseconds = 0): number {
  const { firstRetryMilliseconds, longestRetryMilliseconds } = deliveryPolicy;
  const own = Math.min(
    firstRetryMilliseconds * 2 ** Math.max(0, tries - 1),
    longestRetryMilliseconds[lane],
  );
  return Math.max(own, wishedMilliseconds);
}

/**
 * Pause between a lost response and the look for the message, after try number `tries`. Where the platform cannot be
 * read a page goes out again then, so this is what keeps somebody from being called every second while it is down.
 */
export function lookPause(lane: Lane, tries: number): number {
  return Math.max(deliveryPolicy.lookAfterMilliseconds[lane], retryPause(lane, tries));
}
