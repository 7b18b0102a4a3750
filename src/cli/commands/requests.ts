import type { Command } from 'commander';
import { exportRequests } from '../../requests/export-requests.ts';
import type { ServiceRequest } from '../../requests/service-request.ts';
import { requestFrom } from '../../requests/stored-request.ts';
import { csvText } from '../../shared/csv.ts';
import type { Database } from '../../shared/database.ts';
import { BadInputError } from '../../shared/errors.ts';
import { decimalText } from '../../shared/money.ts';
import { takeRequests } from '../../voice/take-requests.ts';
import type { Run } from '../io.ts';
import { readInputFile } from '../read-input-file.ts';
import { readRequestFile } from '../read-request-file.ts';
import { withDatabase } from '../with-database.ts';

interface Wish {
  readonly customer?: string;
  readonly month?: string;
  readonly json?: true;
  readonly map?: string;
  readonly dryRun?: true;
  readonly again?: string;
}

/** `handrail requests import|list|export`: service requests before they are billed, as files. */
export function addRequests(program: Command, run: Run): void {
  const requests = program
    .command('requests')
    .description('service requests before they are billed');
  requests
    .command('import')
    .description('take closed requests in from a CSV file, each externalId once')
    .argument('<file>', 'a CSV file with a line of headings')
    .requiredOption('--customer <id>', 'whose they are')
    .option(
      '--map <columns>',
      'where each key stands: externalId=Ticket,title=Summary,minutes=Time',
    )
    .option('--dry-run', 'only tell what would be taken in')
    .action((file: string, wish: Wish) => importFile(run, file, wish));
  requests
    .command('list')
    .description('all there are, with their state and what the checks saw')
    .option('--customer <id>', 'of one customer')
    .option('--month <month>', 'of one month, like 2026-03')
    .option('--json', 'one JSON object a line')
    .action((wish: Wish) => list(run, wish));
  requests
    .command('export')
    .description('hand over what is approved and was not handed over before, as CSV')
    .option('--customer <id>', 'of one customer')
    .option('--month <month>', 'of one month, like 2026-03')
    .option('--json', 'one JSON object a line')
    .option('--again <export>', 'the lines of an earlier export once more, marked by nothing')
    .action((wish: Wish) => exportLines(run, wish));
}

async function importFile(run: Run, file: string, wish: Wish): Promise<void> {
  const { io } = run;
  const customerId = wish.customer ?? '';
  const text = readInputFile(file, io);
  const outcomes = await withDatabase(run, async database => {
    const customer = await database.client.customer.findUnique({ where: { id: customerId } });
    if (!customer)
      throw new BadInputError([
        `${customerId}: there is no such customer. Import it first, or check the id.`,
      ]);
    const works = readRequestFile(text, { file, map: wish.map ?? '', timeZone: customer.timeZone });
    if (wish.dryRun)
      return tryOut(
        database,
        customerId,
        works.map(({ externalId }) => externalId),
      );
    return database.trip(trip => takeRequests(trip, customerId, works));
  });
  const counted = (what: string) => outcomes.filter(({ outcome }) => outcome === what).length;
  const tried = wish.dryRun ? ' Only tried, nothing is written.' : '';
  await io.out(
    `${counted('received')} taken in, ${counted('known')} known, ${counted('conflict')} told otherwise than before and left as they are.${tried}\n`,
  );
  const others = outcomes.filter(({ outcome }) => outcome === 'conflict');
  for (const { externalId } of others)
    io.err(
      `${externalId}: is there with other words. Correct it there: "correct ${externalId} …".\n`,
    );
  if (others.length > 0) run.end(1);
}

async function tryOut(database: Database, customerId: string, ids: readonly string[]) {
  const known = await database.client.serviceRequest.findMany({
    where: { customerId, externalId: { in: [...ids] } },
    select: { externalId: true },
  });
  const there = new Set(known.map(({ externalId }) => externalId));
  return ids.map(externalId => ({
    externalId,
    outcome: there.has(externalId) ? 'known' : 'received',
  }));
}

function whereOf({ customer, month }: Wish) {
  return {
    ...(customer !== undefined && { customerId: customer }),
    ...(month !== undefined && { month }),
  };
}

async function list(run: Run, wish: Wish): Promise<void> {
  const rows = await withDatabase(run, database =>
    database.client.serviceRequest.findMany({
      where: whereOf(wish),
      orderBy: [{ closedAt: 'asc' }, { externalId: 'asc' }],
    }),
  );
  const lines = rows.map(requestFrom).map(request => {
    const { work, state, findings } = request;
    if (wish.json) return JSON.stringify({ ...plain(request), checks: findings });
    const seen = findings.map(({ rule }) => rule).join(' ');
    return `${request.customerId} ${work.externalId} ${state} ${work.title}${seen ? ` (${seen})` : ''}`;
  });
  await run.io.out(lines.map(line => `${line}\n`).join(''));
}

async function exportLines(run: Run, wish: Wish): Promise<void> {
  const { again } = wish;
  const { exportId, requests } = await withDatabase(run, database =>
    database.trip(async trip => {
      if (again === undefined)
        return exportRequests(trip, { customerId: wish.customer, month: wish.month });
      const rows = await trip.tx.serviceRequest.findMany({
        where: { exportId: again },
        orderBy: [{ closedAt: 'asc' }, { externalId: 'asc' }],
      });
      if (rows.length === 0) throw new BadInputError([`${again}: there is no such export.`]);
      return { exportId: again, requests: rows.map(requestFrom) };
    }),
  );
  await run.io.out(wish.json ? jsonLines(requests) : csvLines(requests));
  run.io.err(
    exportId === null
      ? 'Nothing is approved that was not handed over before.\n'
      : `${requests.length} lines in export ${exportId}; "handrail requests export --again ${exportId}" shows them once more.\n`,
  );
}

function plain(request: ServiceRequest) {
  const { work, month, state, amountMinor, currency, decidedById, decidedAt } = request;
  const { externalId, title, minutes, by, role, closedAt } = work;
  const decided = { approvedBy: decidedById, approvedAt: decidedAt?.toISOString() ?? null };
  const told = {
    externalId,
    title,
    minutes,
    by,
    role: role ?? null,
    closedAt: closedAt.toISOString(),
  };
  return { customer: request.customerId, ...told, month, state, amountMinor, currency, ...decided };
}

function jsonLines(requests: readonly ServiceRequest[]): string {
  return requests.map(request => `${JSON.stringify(plain(request))}\n`).join('');
}

const columns = [
  'customer',
  'externalId',
  'title',
  'minutes',
  'by',
  'role',
  'closedAt',
  'month',
  'amount',
  'amountMinor',
  'currency',
  'approvedBy',
  'approvedAt',
] as const;

function csvLines(requests: readonly ServiceRequest[]): string {
  const rows = requests.map(request => {
    const { amountMinor, currency } = request;
    const isPriced = amountMinor !== null && currency !== null;
    const row = { ...plain(request), amount: isPriced ? decimalText(amountMinor, currency) : '' };
    return columns.map(column => row[column]);
  });
  return csvText([columns, ...rows]);
}
