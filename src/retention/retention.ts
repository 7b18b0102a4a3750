import { day, plus, second } from '../shared/time.ts';

/** How long words are kept. What became of them (facts, pages, tasks, promises) stays. */
export interface Retention {
  /** What came in, word for word. */
  readonly inboxDays: number;
  /** What we said, with the words quoted in it, and each try to say it. */
  readonly messageDays: number;
}

export const usualRetention: Retention = { inboxDays: 7, messageDays: 90 };

/** The name under which forgetting comes again and again. */
export const retentionChore = 'retention';

/** So many rows of a kind are forgotten in one trip: it takes a moment, whatever has piled up. */
export const mostAtOnce = 2_000;

/** When to look again: soon, where more waits than could be forgotten at once, else in a day. */
export function nextLook(forgotten: readonly number[], now: Date): Date {
  const hasMore = forgotten.some(count => count >= mostAtOnce);
  return plus(now, hasMore ? second : day);
}
