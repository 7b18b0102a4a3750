import { z } from 'zod';
import { hour, minute } from '../shared/time.ts';

/** Urgent words of a partner's person that name none of their customers: they wait for the answer to "For whom is that?". */
export const keptKind = 'for-whom';

/** How long the answer is an answer to that question. */
export const keptFor = hour;

/** How long the answer is waited for before somebody is called without it. */
export const answeredWithin = 3 * minute;

/** Where the words of this person are kept. */
export function keptId(personId: string): string {
  return `for-whom:person:${personId}`;
}

const keptSchema = z.object({
  personId: z.string(),
  words: z.string(),
  /** The customers they could be about when they were said. */
  about: z.array(z.string()),
  /** For whom somebody was called without an answer; null = nobody was yet. */
  calledFor: z.string().nullable(),
});
export type KeptWords = z.infer<typeof keptSchema>;

/** The words as they were said; null when none wait any more. */
export function keptWordsFrom(
  row: { readonly data: unknown; readonly expiresAt: Date } | null,
  now: Date,
): KeptWords | null {
  const parsed = keptSchema.safeParse(row?.data);
  return row && row.expiresAt > now && parsed.success ? parsed.data : null;
}

/** A customer unnamed urgent words could be about, and how it stands there. */
export interface Possible {
  readonly customerId: string;
  readonly name: string;
  /** The speaker has the customer's page, or is called for it. */
  readonly isPageWithThem: boolean;
  /** Somebody else has the customer's page, or is called for it: nobody new would ring. */
  readonly isPageWithOthers: boolean;
  readonly isWindowOpen: boolean;
  /** Something of the customer is handed to the speaker. */
  readonly isHanded: boolean;
}

/** The one that is called for where nobody says which is meant: the likeliest at which somebody rings anew. Null of none. */
export function likeliest(possible: readonly Possible[]): Possible | null {
  const weigh = (one: Possible) =>
    (one.isPageWithThem ? 8 : 0) +
    (one.isPageWithOthers ? 0 : 4) +
    (one.isWindowOpen ? 2 : 0) +
    (one.isHanded ? 1 : 0);
  const [first] = [...possible].sort(
    (a, b) => weigh(b) - weigh(a) || a.name.localeCompare(b.name, 'en'),
  );
  return first ?? null;
}
