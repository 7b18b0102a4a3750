import type { Command } from 'commander';
import { renderReviewFile } from '../../adapters/markup/review-file.ts';
import { renderVoiceReport } from '../../adapters/markup/voice-report.ts';
import { calibrationLines } from '../../confidence/calibration.ts';
import { loadCalibration } from '../../confidence/load-calibration.ts';
import { findReview } from '../../quarters/find-review.ts';
import { makeCustomerCopy } from '../../quarters/make-customer-copy.ts';
import { ownCopy } from '../../quarters/review-copy.ts';
import type { Database } from '../../shared/database.ts';
import { BadInputError } from '../../shared/errors.ts';
import { plus, week } from '../../shared/time.ts';
import { loadDutyTable } from '../../shifts/load-duty-table.ts';
import { loadVoiceReport } from '../../voice/load-report.ts';
import type { Listening } from '../../voice/load-tallies.ts';
import type { Run } from '../io.ts';
import { withDatabase } from '../with-database.ts';

interface Wish {
  readonly calibration?: true;
  readonly onCall?: true;
  readonly voice?: true;
  readonly quarter?: string;
  readonly internal?: true;
  readonly from?: string;
  readonly until?: string;
  readonly out?: string;
}

/** `handrail report --calibration`: of all weeks said to pass quietly with some confidence, how many did. */
export function addReport(program: Command, run: Run): void {
  program
    .command('report')
    .description('what has come of it: how often weeks passed as quietly as was said')
    .argument('[customer]', 'one customer; left out, all')
    .option('--calibration', 'of all weeks said to pass quietly, how many did')
    .option('--on-call', 'hours and nights on call, a line a person, as CSV')
    .option(
      '--voice',
      'what customers said by theme, what was decided and is owed, as one HTML file',
    )
    .option(
      '--quarter <name>',
      "how a customer's quarter went, like Q1-2026, as one HTML file they may have",
    )
    .option('--internal', 'with --quarter: also what is for us alone')
    .option('--from <date>', 'what was on that day or later, like 2026-03-01')
    .option('--until <date>', 'what was before that day')
    .option('--out <file>', 'write to a file')
    .action((customer: string | undefined, wish: Wish) => report(run, customer, wish));
}

async function report(run: Run, customerId: string | undefined, wish: Wish): Promise<void> {
  if (!wish.calibration && !wish.onCall && !wish.voice && !wish.quarter)
    throw new BadInputError([
      'report: say what of. "handrail report --calibration", "handrail report --on-call", "handrail report --voice" or "handrail report CUSTOMER --quarter Q1-2026"',
    ]);
  if (wish.quarter) return write(run, wish, await quarterReport(run, customerId, wish));
  const [from, until] = [dateOf('--from', wish.from), dateOf('--until', wish.until)];
  if (wish.onCall) return write(run, wish, await dutyTable(run, { from, until }));
  const customerIds = customerId ? [customerId] : undefined;
  if (wish.voice) return write(run, wish, await voiceReport(run, { customerIds, from, until }));
  const rows = await withDatabase(run, async database => {
    await refuseStranger(database, customerId);
    return database.trip(trip => loadCalibration(trip, { customerIds, from, until }));
  });
  await write(run, wish, `${calibrationLines(rows).join('\n')}\n`);
}

async function voiceReport(run: Run, listening: Listening): Promise<string> {
  return withDatabase(run, async database => {
    await refuseStranger(database, listening.customerIds?.[0]);
    return renderVoiceReport(await database.trip(trip => loadVoiceReport(trip, listening)));
  });
}

async function quarterReport(
  run: Run,
  customerId: string | undefined,
  { quarter = '', internal }: Wish,
): Promise<string> {
  if (!customerId)
    throw new BadInputError(['report --quarter: say whose. "handrail report northwind --quarter"']);
  const key = quarter.trim().replace(/\s+/, '-');
  return withDatabase(run, async database => {
    await refuseStranger(database, customerId);
    const copy = await database.trip(async trip => {
      const found = await findReview(trip, customerId, key);
      return found && (internal ? ownCopy(trip.now, found) : makeCustomerCopy(trip, found));
    });
    if (copy) return renderReviewFile(copy);
    throw new BadInputError([
      `--quarter ${quarter}: no fact tells of it at ${customerId}. Write it like Q1-2026, or Q1-2026-so-far.`,
    ]);
  });
}

async function refuseStranger(database: Database, customerId: string | undefined): Promise<void> {
  if (!customerId) return;
  if (await database.client.customer.findUnique({ where: { id: customerId } })) return;
  throw new BadInputError([
    `${customerId}: there is no such customer. Import it first, or check the id.`,
  ]);
}

/** The last four weeks, unless other days are given. */
async function dutyTable(run: Run, days: { from?: Date; until?: Date }): Promise<string> {
  return withDatabase(run, database =>
    database.trip(trip => {
      const until = days.until ?? trip.now;
      return loadDutyTable(trip, { from: days.from ?? plus(until, -4 * week), until });
    }),
  );
}

async function write({ io }: Run, { out }: Wish, text: string): Promise<void> {
  if (out) io.writeFile(out, text);
  else await io.out(text);
}

function dateOf(option: string, said: string | undefined): Date | undefined {
  if (said === undefined) return undefined;
  const date = new Date(`${said}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(said) || Number.isNaN(date.getTime()))
    throw new BadInputError([`${option} ${said}: is no date; write it like 2026-03-01.`]);
  return date;
}
