import { minute, plus } from '../../shared/time.ts';
import type { Page } from './page.ts';

/** When the customer hears next of a page that somebody has, and what happens when they do not. */
export const nextWordPolicy = {
  /** What whoever takes a page is offered, */
  choicesMinutes: [15, 30, 60],
  /** and what holds when they do not say. */
  usualMinutes: 30,
  leastMinutes: 1,
  mostMinutes: 12 * 60,
  /** So long after the promised moment its owner is reminded, */
  remindAfterMinutes: 1,
  /** and so long after it somebody else is called, and the customer told so. */
  callAfterMinutes: 5,
  /** What a message "20 more minutes" is good for. */
  snoozeMinutes: 15,
} as const;

type Owned = Pick<Page, 'nextWordAt' | 'updatedAt' | 'acknowledgedAt'>;

/** When there is word next of a page somebody has. */
export function nextWordOf({ nextWordAt, updatedAt, acknowledgedAt }: Owned, now: Date): Date {
  return nextWordAt ?? usualWordFrom(updatedAt ?? acknowledgedAt ?? now);
}

/** When there is word next when nobody says: half an hour after the last one. */
export function usualWordFrom(lastWord: Date): Date {
  return plus(lastWord, nextWordPolicy.usualMinutes * minute);
}

/** Word was given: the next follows after the usual time, or when it was promised, whichever is later. */
export function wordAfter({ nextWordAt }: Pick<Page, 'nextWordAt'>, now: Date): Date {
  const usual = usualWordFrom(now);
  return nextWordAt && nextWordAt > usual ? nextWordAt : usual;
}

/** What of a page changes when its next word is due at this moment: nothing is asked before. */
export function promisedWord(nextWordAt: Date) {
  const dueAt = plus(nextWordAt, nextWordPolicy.remindAfterMinutes * minute);
  return { nextWordAt, staleAsks: 0, dueAt } as const;
}

/** What an acknowledged page needs now: nothing yet, a reminder to its owner, or somebody else. */
export type OwnerLook =
  | { readonly next: 'wait'; readonly dueAt: Date }
  | { readonly next: 'ask'; readonly dueAt: Date }
  | { readonly next: 'escalate' };

/**
 * Looks at a page somebody has: a word one minute overdue is asked for once, five minutes overdue calls somebody else.
 * However late we look, the owner has the minutes between the two to answer.
 */
export function lookAtOwner(page: Owned & Pick<Page, 'staleAsks' | 'dueAt'>, now: Date): OwnerLook {
  const { remindAfterMinutes, callAfterMinutes } = nextWordPolicy;
  const wordAt = nextWordOf(page, now);
  if (page.staleAsks === 0) {
    const remindAt = plus(wordAt, remindAfterMinutes * minute);
    if (now < remindAt) return { next: 'wait', dueAt: remindAt };
    return { next: 'ask', dueAt: plus(now, (callAfterMinutes - remindAfterMinutes) * minute) };
  }
  if (page.dueAt && now < page.dueAt) return { next: 'wait', dueAt: page.dueAt };
  return { next: 'escalate' };
}
