import { z } from 'zod';
import type { Table } from '../../../exports/table.ts';
import { tables } from '../../../exports/tables.ts';
import { mapping } from '../../../setup/shape.ts';
import { id, instant, oneOf, value } from '../../../setup/values.ts';
import { csvText } from '../../../shared/csv.ts';
import { HttpProblem } from '../problem.ts';
import { type Bearer, reaches, reachOf } from './bearer.ts';
import { cursorField, cursorOf } from './cursor.ts';
import { type Answer, type Operation, operation, param } from './operation.ts';

const most = value(
  input => {
    const wanted = Number(input);
    return Number.isInteger(wanted) && wanted >= 1 && wanted <= 5_000 ? wanted : null;
  },
  'a whole number from 1 to 5000',
  { type: 'integer', minimum: 1, maximum: 5_000 },
).default(1_000);

const described = mapping({ name: z.string(), says: z.string(), columns: z.array(z.string()) });
const row = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

function findTable(name: string): Table {
  const table = tables.find(one => one.name === name);
  if (table) return table;
  throw new HttpProblem(
    [404, 'no-table'],
    'There is no such table; GET /api/v1/tables names them.',
  );
}

/** The customers wanted, as far as the token reaches them. */
function customersOf(bearer: Bearer, wanted: string | undefined): readonly string[] | null {
  if (wanted === undefined) return reachOf(bearer)?.in ?? null;
  return reaches(bearer, wanted) ? [wanted] : [];
}

/** `GET tables` and `GET tables/:name`: everything a manager sees, as JSON or CSV, some rows at a time. */
export const tableOperations: readonly Operation[] = [
  operation({
    id: 'listTables',
    method: 'get',
    path: '/tables',
    summary: 'The tables there are, and their columns.',
    may: 'read',
    answers: { 200: { description: 'The tables', schema: mapping({ items: z.array(described) }) } },
    async handle() {
      const items = tables.map(({ name, says, headings }) => ({ name, says, columns: headings }));
      return { status: 200, body: { items } };
    },
  }),
  operation({
    id: 'readTable',
    method: 'get',
    path: '/tables/{tableName}',
    summary:
      'Everything a manager sees, oldest first. As CSV, the header Next-Cursor says where it goes on, and fields that a spreadsheet would take for formulas are marked.',
    may: 'read',
    query: mapping({
      format: oneOf(['json', 'csv']).default('json'),
      customer: id.optional(),
      since: instant.optional(),
      until: instant.optional(),
      cursor: cursorField(1).optional(),
      limit: most,
    }),
    answers: {
      200: {
        description: 'The rows',
        schema: mapping({ items: z.array(row), nextCursor: z.string().nullable() }),
        text: 'text/csv',
      },
    },
    async handle(trip, call): Promise<Answer> {
      const table = findTable(param(call, 'tableName'));
      const { bearer, query } = call;
      const { format, customer, since, until, cursor, limit } = query;
      const { rows, next } = await table.load(trip, {
        customerIds: customersOf(bearer, customer),
        since,
        until,
        after: cursor?.[0] ?? null,
        most: limit,
      });
      const nextCursor = next === null ? null : cursorOf([next]);
      if (format === 'json') {
        const named = (cells: readonly unknown[]) =>
          Object.fromEntries(table.headings.map((heading, at) => [heading, cells[at]]));
        return { status: 200, body: { items: rows.map(named), nextCursor } };
      }
      return {
        status: 200,
        text: { type: 'text/csv', words: csvText([table.headings, ...rows], '\r\n') },
        ...(nextCursor !== null && { headers: { 'Next-Cursor': nextCursor } }),
      };
    },
  }),
];
