import { z } from 'zod';

const shownColumn = z.record(z.string(), z.string());

/** The print of what each person was shown last, by their id. */
export type Shown = z.infer<typeof shownColumn>;

/** What a stored column holds; a draft that nobody has seen holds nothing. */
export function shownFrom(column: unknown): Shown {
  return shownColumn.parse(column);
}
