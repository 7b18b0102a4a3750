import { createHash } from 'node:crypto';
import type { Run } from '../store.ts';
import { plainRead } from './plain-read.ts';
import { plainWrite } from './plain-write.ts';
import type { Tables } from './tables.ts';

/** What the server keeps them under, by their text. There are as many as there are shapes of questions in our source. */
const names = new Map<string, string>();

function nameOf(sql: string): string {
  const known = names.get(sql);
  if (known) return known;
  const name = `plain:${createHash('sha256').update(sql).digest('base64url').slice(0, 12)}`;
  names.set(sql, name);
  return name;
}

/** Asks the database itself what Prisma was asked; null where only Prisma can, or where it would throw. */
export type AnswerPlainly = (
  model: string,
  method: string,
  args: unknown,
) => Promise<{ readonly answer: unknown } | null>;

/** Reads and changes of these tables within one transaction. */
export function plainAnswers(tables: Tables, run: Run): AnswerPlainly {
  return async (model, method, args) => {
    const table = tables.get(model);
    const plain = table && (plainRead(table, method, args) ?? plainWrite(table, method, args));
    if (!plain) return null;
    const { sql, values } = plain;
    const answer = plain.answer(await run(nameOf(sql), sql, values));
    return answer === undefined ? null : { answer };
  };
}
