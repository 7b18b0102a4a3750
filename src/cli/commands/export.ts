import type { Command } from 'commander';
import { exportSubject } from '../../data-rights/export-subject.ts';
import { readableExport } from '../../data-rights/readable.ts';
import type { Run } from '../io.ts';
import { withDatabase } from '../with-database.ts';

/** `handrail export CUSTOMER|PERSON`: everything that is known of somebody. */
export function addExport(program: Command, run: Run): void {
  program
    .command('export')
    .description('everything that is known of a customer or a person, complete and readable')
    .argument('<customer|person>', 'whose')
    .option('--out <file>', 'write JSON there, and the same to read beside it (.html)')
    .addHelpText('after', '\nExample: handrail export northwind --out northwind.json')
    .action((id: string, { out }: { out?: string }) => exportTo(run, id, out));
}

async function exportTo(run: Run, id: string, out: string | undefined): Promise<void> {
  const { io } = run;
  const exported = await withDatabase(run, database =>
    database.trip(trip => exportSubject(trip, id)),
  );
  const json = `${JSON.stringify(exported, null, 2)}\n`;
  if (out === undefined) {
    await io.out(json);
    return;
  }
  const page = `${out.replace(/\.(?:json|html)$/i, '')}.html`;
  const data = `${out.replace(/\.(?:json|html)$/i, '')}.json`;
  io.writeFile(data, json);
  io.writeFile(page, readableExport(exported));
  const rows = Object.values(exported.counts).reduce((sum, count) => sum + count, 0);
  io.err(`${rows} rows of ${exported.subject.name}: ${data}, and to read ${page}.\n`);
}
