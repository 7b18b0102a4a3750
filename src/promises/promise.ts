import { z } from 'zod';
import { day, hour, plus, since } from '../shared/time.ts';
import { openly, type SharedWords } from '../timeline/event.ts';

/** `offered`: somebody wrote it to a customer, and has not said yet whether it is to be noted. */
export const promiseStates = ['offered', 'open', 'kept', 'missed', 'withdrawn'] as const;
export type PromiseState = (typeof promiseStates)[number];

interface Made {
  readonly id: string;
  readonly customerId: string;
  /** The vendor person who gave their word. */
  readonly byId: string | null;
  readonly state: PromiseState;
  readonly madeAt: Date;
  readonly promisedFor: Date;
}

export type SharedPromise = Made & { readonly visibility: 'shared'; readonly text: SharedWords };
export type InternalPromise = Made & { readonly visibility: 'internal'; readonly text: string };

/** What we said we would do, by when, by whom. Still owed while `open` or `missed`. */
export type Promised = SharedPromise | InternalPromise;

const stateColumn = z.enum(promiseStates);

interface PromiseRow extends Omit<Made, 'state'> {
  state: string;
  visibility: string;
  text: string;
}

/** A stored row as a promise. Anything not plainly marked shared is internal. */
export function promiseFrom(row: PromiseRow): Promised {
  const made: Made = {
    id: row.id,
    customerId: row.customerId,
    byId: row.byId,
    state: stateColumn.parse(row.state),
    madeAt: row.madeAt,
    promisedFor: row.promisedFor,
  };
  if (row.visibility === 'shared') return { ...made, visibility: 'shared', text: openly(row.text) };
  return { ...made, visibility: 'internal', text: row.text };
}

/** How long before its time whoever gave their word is reminded; of what is due sooner than twice that, nobody is. */
const remindBefore = hour;

/** When a promise is first looked at again: for the reminder, or when its time has come. */
export function firstLook(now: Date, promisedFor: Date): Date {
  const reminder = plus(promisedFor, -remindBefore);
  return since(now, promisedFor) >= 2 * remindBefore ? reminder : promisedFor;
}

/** An offer to note a promise is open for so long; then it was not worth an answer. */
export const offeredFor = day;

/** The words of a promise without a closing full stop, to stand inside a sentence. */
export function bare(text: string): string {
  return text.trim().replace(/[.\s]+$/, '');
}
