import type { Command } from 'commander';
import type { Part, Table } from '../../exports/table.ts';
import { tableNames, tables } from '../../exports/tables.ts';
import { nearest } from '../../setup/nearest.ts';
import { readInstant } from '../../setup/values.ts';
import { type Cell, csvText } from '../../shared/csv.ts';
import type { Database } from '../../shared/database.ts';
import { BadInputError } from '../../shared/errors.ts';
import type { Run } from '../io.ts';
import { withDatabase } from '../with-database.ts';

interface Wish {
  readonly customer?: string;
  readonly since?: string;
  readonly until?: string;
  readonly json?: true;
  readonly out?: string;
}

/** `handrail table [NAME]`: everything a manager sees, for spreadsheets and other programs. */
export function addTable(program: Command, run: Run): void {
  program
    .command('table')
    .description('everything a manager sees, as CSV or JSON')
    .argument('[name]', 'which one; left out, all are named')
    .option('--customer <id>', 'of one customer')
    .option('--since <moment>', 'from then on, like 2026-03-01T00:00:00Z')
    .option('--until <moment>', 'and before then')
    .option('--json', 'one JSON object a line')
    .option('--out <file>', 'write to a file')
    .action((name: string | undefined, wish: Wish) =>
      name === undefined ? tellNames(run) : write(run, findTable(name), wish),
    );
}

async function tellNames({ io }: Run): Promise<void> {
  await io.out(tables.map(({ name, says }) => `${name.padEnd(12)} ${says}\n`).join(''));
}

function findTable(name: string): Table {
  const table = tables.find(one => one.name === name);
  if (table) return table;
  const near = nearest(name, tableNames);
  const advice = near ? `Did you mean ${near}?` : `There are ${tableNames.join(', ')}.`;
  throw new BadInputError([`${name}: there is no such table. ${advice}`]);
}

async function write(run: Run, table: Table, wish: Wish): Promise<void> {
  const { io } = run;
  const rows = await withDatabase(run, database => loadAll(database, table, wish));
  const named = (row: readonly Cell[]) =>
    Object.fromEntries(table.headings.map((heading, at) => [heading, row[at]]));
  const text = wish.json
    ? rows.map(row => `${JSON.stringify(named(row))}\n`).join('')
    : csvText([table.headings, ...rows], '\r\n');
  if (wish.out) io.writeFile(wish.out, text);
  else await io.out(text);
}

/** So many at a time: a trip is short, and whoever is at work meanwhile is not held up. */
const atOnce = 2_000;

async function loadAll(database: Database, table: Table, wish: Wish): Promise<(readonly Cell[])[]> {
  const { customer } = wish;
  const since = momentOf('--since', wish.since);
  const until = momentOf('--until', wish.until);
  if (customer && !(await database.client.customer.findUnique({ where: { id: customer } })))
    throw new BadInputError([
      `${customer}: there is no such customer. Import it first, or check the id.`,
    ]);
  const customerIds = customer === undefined ? null : [customer];
  const rows: (readonly Cell[])[] = [];
  let after: string | null = null;
  do {
    const from: string | null = after;
    const part: Part = await database.trip(trip =>
      table.load(trip, { customerIds, since, until, after: from, most: atOnce }),
    );
    rows.push(...part.rows);
    after = part.next;
  } while (after !== null);
  return rows;
}

function momentOf(option: string, said: string | undefined): Date | undefined {
  if (said === undefined) return undefined;
  const moment = readInstant(said);
  if (moment) return moment;
  throw new BadInputError([
    `${option} ${said}: is no moment; write it like 2026-03-06T18:00:00-05:00.`,
  ]);
}
