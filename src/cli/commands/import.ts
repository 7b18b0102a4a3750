import { type Command, Option } from 'commander';
import { systemClock } from '../../adapters/clock/system-clock.ts';
import { gapLines } from '../../doctor/check-on-call.ts';
import { listSchedules } from '../../on-call/list-schedules.ts';
import { type DryReport, dryRun } from '../../setup/dry-run.ts';
import { importInParts, type PartsReport } from '../../setup/import-in-parts.ts';
import { type Pruned, prune } from '../../setup/prune.ts';
import { readSetup, type Setup } from '../../setup/setup.ts';
import { printOf } from '../../setup/setup-import.ts';
import type { Database } from '../../shared/database.ts';
import { BadInputError } from '../../shared/errors.ts';
import type { Run } from '../io.ts';
import { createProgress } from '../progress.ts';
import { readInputFile } from '../read-input-file.ts';
import { withDatabase } from '../with-database.ts';
import { type Product, products, showMoved } from './show-moved.ts';

/** `handrail import FILE`: brings the database to what the file says; the same file again changes nothing. */
export function addImport(program: Command, run: Run): void {
  program
    .command('import')
    .description(
      'bring the database to what a setup file says; the same file twice changes nothing',
    )
    .argument('<file...>', 'setup files (YAML)')
    .addOption(
      new Option(
        '--from <product>',
        "only show the schedules of that product's export (JSON) as parts of a setup file",
      ).choices(products),
    )
    .option('--json', 'the report as one JSON object a file')
    .option('--dry-run', 'only show what would change')
    .option(
      '--prune',
      'what no file mentions any more goes, as far as it has not begun; people have left',
    )
    .addHelpText('after', '\nExample: handrail import northwind.setup.yaml')
    .action((files: string[], { from, json, prune, dryRun }: Options) =>
      from
        ? showMoved(run, files, { from, isJson: json === true })
        : importFiles(run, files, {
            show: json ? asJson : asText,
            isPruned: prune === true,
            isTried: dryRun === true,
          }),
    );
}

interface Options {
  readonly from?: Product;
  readonly json?: true;
  readonly prune?: true;
  readonly dryRun?: true;
}

interface Show {
  report(file: string, report: PartsReport | DryReport, gaps: readonly string[]): string;
  pruned(pruned: Pruned): string;
}

/** A setup may be sound and still leave hours in which nobody is on call. */
async function listGaps(database: Database, { schedules }: Setup): Promise<string[]> {
  const ids = schedules.map(({ id }) => id);
  const now = systemClock.now();
  return (await listSchedules(database.client, ids)).flatMap(one => gapLines(one, now));
}

interface Wish {
  readonly show: Show;
  readonly isPruned: boolean;
  readonly isTried: boolean;
}

async function importFiles(
  run: Run,
  files: readonly string[],
  { show, isPruned, isTried }: Wish,
): Promise<void> {
  const { io } = run;
  const setups = readAll(files, file => {
    const text = readInputFile(file, io);
    return { file, print: printOf(text), setup: readSetup(text, file) };
  });
  await withDatabase(run, async database => {
    for (const { file, setup, print } of setups) {
      const progress = createProgress(io);
      const tell = (count: number) =>
        progress.tell(() => `imported ${count} of ${setup.customers.length} customers`);
      const report = isTried
        ? await dryRun(database, { setup })
        : await importInParts(database, { setup, print, tell });
      progress.end();
      await io.out(show.report(file, report, await listGaps(database, setup)));
    }
    if (!isPruned) return;
    const all = setups.map(({ setup }) => setup);
    await io.out(show.pruned(await prune(database, all, { isTried })));
  });
}

/** Reads every file before the first is imported, and tells the problems of all of them. */
function readAll<T>(files: readonly string[], read: (file: string) => T): T[] {
  const problems: string[] = [];
  const setups = files.flatMap(file => {
    try {
      return [read(file)];
    } catch (error) {
      if (!(error instanceof BadInputError)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  if (problems.length > 0) throw new BadInputError(problems);
  return setups;
}

const asJson: Show = {
  report: (file, report, gaps) => `${JSON.stringify({ file, ...report, gaps })}\n`,
  pruned: ({ left: gone, removed, kept }) => `${JSON.stringify({ gone, removed, kept })}\n`,
};

const mostShown = 40;

const asText: Show = {
  report: textOf,
  pruned: ({ left, removed, kept }) => {
    const people = left.length === 0 ? 'Nobody has left.' : named('left us', left).trim();
    const rest = [named('removed', removed).trim(), ...kept.map(line => `kept ${line}`)];
    return `${[people, ...rest.filter(line => line !== '')].join('\n')}\n`;
  },
};

function textOf(file: string, report: PartsReport | DryReport, gaps: readonly string[]): string {
  const { created, changed, left, parked, doneBefore } = report;
  const isSame = created.length + changed.length === 0;
  const before = doneBefore > 0 ? `  went on after ${doneBefore} customers` : '';
  const parts = [
    before,
    named('created', created),
    named('changed', changed),
    ...('values' in report ? report.values.slice(0, mostShown).map(valueLine) : []),
    named('left', left),
    ...parked.map(parkedLine),
    ...gaps.map(gap => `  ⚠️ ${gap}`),
  ];
  const tried = 'values' in report ? ' only tried, nothing is written.' : '';
  const head = isSame ? `${file}: nothing to change.` : `${file}:${tried}`;
  return `${[head, ...parts.filter(part => part !== '')].join('\n')}\n`;
}

function named(what: string, names: readonly string[]): string {
  if (names.length === 0) return '';
  const shown = names.slice(0, mostShown).join(', ');
  const rest = names.length > mostShown ? ` and ${names.length - mostShown} more` : '';
  return `  ${what} ${names.length}: ${shown}${rest}`;
}

function valueLine({ path, before, after }: DryReport['values'][number]): string {
  return `    ${path}: ${before} → ${after}`;
}

function parkedLine(place: string): string {
  return `  ⚠️ ${place} I say nothing there until somebody has looked who reads it and says "place … is …".`;
}
