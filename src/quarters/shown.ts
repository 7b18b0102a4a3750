import { z } from 'zod';

const seenColumn = z.object({ print: z.string(), revision: z.number().int() });

/** What somebody was shown of a draft: the print of its text, and how often it had been changed by then. */
export type Seen = z.infer<typeof seenColumn>;

/** What each person was shown last, by their id. */
export type Shown = Readonly<Record<string, Seen>>;

/** What a stored column holds; what it cannot tell counts as never shown, and is shown again. */
const shownColumn = z.record(z.string(), seenColumn).catch({});

/** What a stored column holds; a draft that nobody has seen holds nothing. */
export function shownFrom(column: unknown): Shown {
  return shownColumn.parse(column);
}
