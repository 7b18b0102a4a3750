import type { Command } from 'commander';
import { z } from 'zod';
import { cleanEmbedded } from '../../adapters/database/clean-embedded.ts';
import { carryOutErasure } from '../../data-rights/carry-out-erasure.ts';
import { certificate, subjectPrint, usualWait } from '../../data-rights/erasure.ts';
import { exportSubject } from '../../data-rights/export-subject.ts';
import { planErasure } from '../../data-rights/plan-erasure.ts';
import { durationMinutes } from '../../setup/duration.ts';
import type { Database } from '../../shared/database.ts';
import { BadInputError } from '../../shared/errors.ts';
import { minute } from '../../shared/time.ts';
import type { Run } from '../io.ts';
import { settingsOf, withDatabase } from '../with-database.ts';

interface Options {
  readonly preview?: true;
  readonly cancel?: true;
  readonly wait?: string;
  readonly out?: string;
}

/** `handrail erase CUSTOMER|PERSON`: forgets somebody after a waiting time, and certifies what was removed. */
export function addErase(program: Command, run: Run): void {
  program
    .command('erase')
    .description('forget a customer or a person, after a waiting time, with a certificate')
    .argument('<customer|person>', 'whom')
    .option('--preview', 'only show what would be removed')
    .option(
      '--wait <duration>',
      'how long it can still be cancelled; 7d when left out, 0m = at once',
    )
    .option('--cancel', 'do not, after all')
    .option('--out <file>', 'write the certificate to a file')
    .addHelpText('after', '\nOnce it is done, the same command shows the certificate.')
    .action((id: string, options: Options) =>
      withDatabase(run, database => erase(run, database, { id, options })),
    );
}

interface Wish {
  readonly id: string;
  readonly options: Options;
}

async function erase(run: Run, database: Database, { id, options }: Wish): Promise<void> {
  const { io } = run;
  const subject = subjectPrint(id);
  if (options.cancel) return cancel(run, database, id);
  const done = await database.client.erasure.findUnique({ where: { subject } });
  if (done?.doneAt) return certify(run, database, { id, options });
  const { counts, subject: who } = await database.trip(trip => exportSubject(trip, id));
  const lines = Object.entries(counts).map(([table, count]) => `  ${table}: ${count}`);
  await io.out(`${who.kind} ${who.name}:\n${lines.join('\n')}\n`);
  if (options.preview) return;
  const wait = waitOf(options.wait);
  const dueAt = await database.trip(trip => planErasure(trip, id, wait));
  if (wait > 0) {
    await io.out(
      `Will be forgotten ${dueAt.toISOString()}, while Handrail runs. Until then "handrail erase ${id} --cancel" keeps it, and "handrail export ${id}" takes it along.\n`,
    );
    return;
  }
  await database.trip(async trip => {
    const { id: erasureId } = await trip.tx.erasure.findUniqueOrThrow({ where: { subject } });
    await carryOutErasure(trip, erasureId);
  });
  await certify(run, database, { id, options });
}

const removedColumn = z.record(z.string(), z.number());

async function certify(run: Run, database: Database, { id, options }: Wish): Promise<void> {
  // What was deleted is still in the files until they are written anew: no certificate before that.
  if (settingsOf(run.io).database.kind === 'directory') await cleanEmbedded(database);
  const row = await database.client.erasure.findUniqueOrThrow({
    where: { subject: subjectPrint(id) },
  });
  const text = certificate(row, removedColumn.parse(row.removed));
  if (options.out === undefined) await run.io.out(text);
  else run.io.writeFile(options.out, text);
}

async function cancel({ io }: Run, database: Database, id: string): Promise<void> {
  const where = { subject: subjectPrint(id), doneAt: null };
  const { count } = await database.trip(({ tx }) => tx.erasure.deleteMany({ where }));
  await io.out(count > 0 ? `${id} is kept.\n` : `Nothing was planned for ${id}.\n`);
}

function waitOf(said: string | undefined): number {
  if (said === undefined) return usualWait;
  const minutes = durationMinutes(said);
  if (minutes !== null) return minutes * minute;
  throw new BadInputError([`--wait ${said}: is no duration; write it like 7d, or 0m for at once.`]);
}
