import type { Command } from 'commander';
import type { Report } from '../../setup/difference.ts';
import { importSetup } from '../../setup/import-setup.ts';
import { listConflicts } from '../../setup/list-conflicts.ts';
import { joinedReport, setupParts } from '../../setup/parts.ts';
import { readSetup, type Setup } from '../../setup/setup.ts';
import { problemLines } from '../../setup/source.ts';
import type { Database } from '../../shared/database.ts';
import { BadInputError } from '../../shared/errors.ts';
import type { Run } from '../io.ts';
import { createProgress, type Progress } from '../progress.ts';
import { readInputFile } from '../read-input-file.ts';
import { withDatabase } from '../with-database.ts';

/** `handrail import FILE`: brings the database to what the file says; the same file again changes nothing. */
export function addImport(program: Command, run: Run): void {
  program
    .command('import')
    .description(
      'bring the database to what a setup file says; the same file twice changes nothing',
    )
    .argument('<file...>', 'setup files (YAML)')
    .option('--json', 'the report as one JSON object a file')
    .addHelpText('after', '\nExample: handrail import northwind.setup.yaml')
    .action((files: string[], { json }: { json?: true }) =>
      importFiles(run, files, json ? asJson : asText),
    );
}

type Show = (file: string, report: Report) => string;

async function importFiles(run: Run, files: readonly string[], show: Show): Promise<void> {
  const { io } = run;
  const setups = readAll(files, file => readSetup(readInputFile(file, io.directory), file));
  await withDatabase(run, async database => {
    for (const { file, setup } of setups) {
      const progress = createProgress(io);
      const report = await importParts(database, setup, progress);
      progress.end();
      await io.out(show(file, report));
    }
  });
}

/** Reads every file before the first is imported, and tells the problems of all of them. */
function readAll(files: readonly string[], read: (file: string) => Setup) {
  const problems: string[] = [];
  const setups = files.flatMap(file => {
    try {
      return [{ file, setup: read(file) }];
    } catch (error) {
      if (!(error instanceof BadInputError)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  if (problems.length > 0) throw new BadInputError(problems);
  return setups;
}

/** A trip with more customers than this would hold up what runs beside it. */
const customersEach = 100;

async function importParts(database: Database, setup: Setup, progress: Progress): Promise<Report> {
  const conflicts = await database.trip(({ tx }) => listConflicts(tx, setup));
  if (conflicts.length > 0) throw new BadInputError(problemLines(setup.source, conflicts));
  const reports: Report[] = [];
  for (const part of setupParts(setup, customersEach)) {
    reports.push(await database.trip(trip => importSetup(trip, part)));
    const count = Math.min(reports.length * customersEach, setup.customers.length);
    progress.tell(() => `imported ${count} of ${setup.customers.length} customers`);
  }
  return joinedReport(reports);
}

const asJson: Show = (file, { created, changed, left }) =>
  `${JSON.stringify({ file, created, changed, left })}\n`;

const mostShown = 40;

const asText: Show = (file, { created, changed, left }) => {
  const isSame = created.length + changed.length === 0;
  const parts = [named('created', created), named('changed', changed), named('left', left)];
  const head = isSame ? `${file}: nothing to change.` : `${file}:`;
  return `${[head, ...parts.filter(part => part !== '')].join('\n')}\n`;
};

function named(what: string, names: readonly string[]): string {
  if (names.length === 0) return '';
  const shown = names.slice(0, mostShown).join(', ');
  const rest = names.length > mostShown ? ` and ${names.length - mostShown} more` : '';
  return `  ${what} ${names.length}: ${shown}${rest}`;
}
