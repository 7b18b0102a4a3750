import { z } from 'zod';
import type { Database } from '../../../src/shared/database.ts';

const column = z.object({
  table_name: z.string(),
  column_name: z.string(),
  data_type: z.string(),
  udt_name: z.string(),
});
export type Column = z.infer<typeof column>;

/** Every column of every table of ours, as the database has it. */
export async function listColumns(database: Database): Promise<Column[]> {
  const rows: unknown = await database.client.$queryRawUnsafe(
    `SELECT table_name::text, column_name::text, data_type::text, udt_name::text FROM information_schema.columns
     WHERE table_schema = current_schema() AND table_name <> '_prisma_migrations' ORDER BY table_name, ordinal_position`,
  );
  return z.array(column).parse(rows);
}

/** Whether words can stand in a column. */
export function isWordy({ data_type: type }: Column): boolean {
  return ['text', 'jsonb', 'json', 'ARRAY', 'character varying'].includes(type);
}

/** A value for a column: the canary wherever words can stand. */
function valueFor(
  { data_type: type, udt_name: name, column_name: at }: Column,
  canary: string,
): string {
  switch (type) {
    case 'text':
      return `'${canary}-${at}'`;
    case 'jsonb':
      return `'{"${at}": "${canary}"}'`;
    case 'ARRAY':
      return `ARRAY['${canary}']`;
    case 'boolean':
      return 'false';
    case 'USER-DEFINED':
      return `(SELECT enumlabel FROM pg_enum JOIN pg_type ON pg_type.oid = enumtypid WHERE typname = '${name}' ORDER BY enumsortorder DESC LIMIT 1)::"${name}"`;
    case 'timestamp with time zone':
      // Nothing of it becomes due while it is looked at.
      return /dueAt$/i.test(at) ? `'2099-01-01T00:00:00Z'` : `'2026-03-01T00:00:00Z'`;
    default:
      return at === 'seq' ? '999999' : '1';
  }
}

/** Writes one row with the canary in every column where words can stand, but for those given. */
export async function seedRow(
  database: Database,
  columns: readonly Column[],
  { canary, given }: { readonly canary: string; readonly given: Readonly<Record<string, string>> },
): Promise<void> {
  const names = columns.map(({ column_name: name }) => `"${name}"`).join(', ');
  const values = columns.map(one => given[one.column_name] ?? valueFor(one, canary)).join(', ');
  await database.client.$executeRawUnsafe(
    `INSERT INTO ${columns[0]?.table_name} (${names}) VALUES (${values})`,
  );
}

/** The tables, and columns, in which these words stand. */
export async function findWords(database: Database, words: string): Promise<string[]> {
  const found: string[] = [];
  for (const { table_name: table, column_name: name } of (await listColumns(database)).filter(
    isWordy,
  )) {
    const rows: unknown = await database.client.$queryRawUnsafe(
      `SELECT count(*)::int AS count FROM ${table} WHERE "${name}"::text LIKE '%${words}%'`,
    );
    const [row] = z.array(z.object({ count: z.number() })).parse(rows);
    if ((row?.count ?? 0) > 0) found.push(`${table}.${name}`);
  }
  return found;
}
