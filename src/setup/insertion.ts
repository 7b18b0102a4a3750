import { z } from 'zod';
import { type Statement, statement } from '../shared/statement.ts';

/**
 * A statement that writes any number of rows, which are its one value as JSON. Prisma plans every value of every row: for
 * ten thousand customers that takes three times as long, and memory that a process never gives back.
 */
export function insertion<Row>(
  table: string,
  columns: readonly (keyof Row & string)[],
): Statement<never> {
  const names = columns.map(column => `"${column}"`).join(', ');
  return statement(
    `insert-${table}`,
    `INSERT INTO "${table}" (${names}) SELECT ${names} FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb)`,
    z.never(),
  );
}
