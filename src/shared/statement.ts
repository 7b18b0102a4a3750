import { createHash } from 'node:crypto';
import type { z } from 'zod';

/**
 * A statement written by hand for a path that is taken all the time: the server keeps it prepared, and its rows are read
 * through a schema. Everything else goes through Prisma (`trip.tx`).
 */
export interface Statement<Row> {
  /** What the server keeps it under: its name, and a print of its text, so that two texts never share one. */
  readonly name: string;
  readonly sql: string;
  readonly row: z.ZodType<Row>;
}

/**
 * One that is done for several at once: its only value, $1, is a JSON list of what each of them asks, and a row belongs
 * to the one whose `n` it carries.
 */
export type RowStatement<Row extends { readonly n: number }> = Statement<Row>;

/** A statement and what its rows look like; one that returns nothing has `z.never()`. */
export function statement<Row>(name: string, sql: string, row: z.ZodType<Row>): Statement<Row> {
  const text = sql.replace(/\s+/g, ' ').trim();
  const print = createHash('sha256').update(text).digest('base64url').slice(0, 12);
  return { name: `${name}:${print}`, sql: text, row };
}
