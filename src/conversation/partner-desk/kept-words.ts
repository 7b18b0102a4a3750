import { z } from 'zod';
import { hour } from '../../shared/time.ts';

/** Urgent words of a partner's person that name none of their customers: they wait for the answer to "For whom is that?". */
export const keptKind = 'for-whom';

/** How long the answer is an answer to that question. */
export const keptFor = hour;

/** Where the words of this person are kept. */
export function keptId(personId: string): string {
  return `for-whom:person:${personId}`;
}

const keptSchema = z.object({ words: z.string() });

/** The words as they were said; null when none wait any more. */
export function keptWordsFrom(
  row: { readonly data: unknown; readonly expiresAt: Date } | null,
  now: Date,
): string | null {
  const parsed = keptSchema.safeParse(row?.data);
  return row && row.expiresAt > now && parsed.success ? parsed.data.words : null;
}
