import { z } from 'zod';
import { hour, plus, since } from '../../../shared/time.ts';

/** A sentence of a worry, and whose it is; null = nobody we know. */
export interface Sentence {
  readonly text: string;
  readonly byId: string | null;
}

/** What somebody told us that worries them, sentence by sentence, until a person is called with it. */
export interface Worry {
  readonly id: string;
  readonly said: readonly Sentence[];
  /** When the last of it was said. */
  readonly saidAt: Date;
  /** Asked whether a person should come, they said that it can wait. */
  readonly isLeft: boolean;
}

/** How long an offered person can be had with a bare yes, with everything that was said. */
export const offerHolds = 12 * hour;

/** For how long the next sentences are about the same worry. */
export const sameWorryWithin = hour;

const column = z.object({
  said: z.array(z.object({ text: z.string(), byId: z.string().nullable() })),
  isLeft: z.boolean(),
});

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

const mostSentences = 20;

/** Its sentences with one more; a worry that is long past makes room for a new one. */
export function saidWith(worry: Worry | null, next: Sentence | null, now: Date): Sentence[] {
  const known = worry && isFresh(worry, now) ? worry.said : [];
  const isNew = next && next.text.trim() !== '' && !known.some(({ text }) => text === next.text);
  return (isNew ? [...known, next] : [...known]).slice(-mostSentences);
}

/**
 * All of it as one text, or null when no words were found for it yet. Whoever passes it on is quoted without their name;
 * what others said stands behind theirs.
 */
export function textOf({ said }: Worry, names: ReadonlyMap<string, string>): string | null {
  const lines = said.map(({ text, byId }) => {
    const name = byId === null ? undefined : names.get(byId);
    return name === undefined ? text : `${name}: ${text}`;
  });
  return lines.length > 0 ? lines.join(' … ') : null;
}
