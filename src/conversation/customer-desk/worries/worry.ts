import { z } from 'zod';
import { hour, plus, since } from '../../../shared/time.ts';

/** What somebody told us that worries them, sentence by sentence, until a person is called with it. */
export interface Worry {
  readonly id: string;
  readonly words: readonly string[];
  /** When the last of it was said. */
  readonly saidAt: Date;
  /** Asked whether a person should come, they said that it can wait. */
  readonly isLeft: boolean;
}

/** How long an offered person can be had with a bare yes, with everything that was said. */
export const offerHolds = 12 * hour;

/** For how long the next sentences are about the same worry. */
export const sameWorryWithin = hour;

const column = z.object({ words: z.array(z.string()), isLeft: z.boolean() });

/** A stored row as a worry; null when nobody could still mean it. */
export function worryFrom(
  row: { readonly id: string; readonly data: unknown; readonly askedAt: Date } | null,
  now: Date,
): Worry | null {
  const stored = column.safeParse(row?.data);
  if (!row || !stored.success) return null;
  const worry = { id: row.id, ...stored.data, saidAt: row.askedAt };
  const holds = worry.isLeft ? sameWorryWithin : offerHolds;
  return now < plus(row.askedAt, holds) ? worry : null;
}

/** Is what is said now still about it? */
export function isFresh({ saidAt }: Worry, now: Date): boolean {
  return since(saidAt, now) < sameWorryWithin;
}

const mostWords = 20;

/** Its sentences with one more; a worry that is long past makes room for a new one. */
export function wordsWith(worry: Worry | null, words: string | null, now: Date): string[] {
  const known = worry && isFresh(worry, now) ? worry.words : [];
  const isNew = words !== null && words.trim() !== '' && !known.includes(words);
  return (isNew ? [...known, words] : [...known]).slice(-mostWords);
}

/** All of it as one text, or null when no words were found for it yet. */
export function textOf(worry: Worry | null): string | null {
  return worry && worry.words.length > 0 ? worry.words.join(' … ') : null;
}
