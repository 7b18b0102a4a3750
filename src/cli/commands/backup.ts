import { gzipSync } from 'node:zlib';
import type { Command } from 'commander';
import { systemClock } from '../../adapters/clock/system-clock.ts';
import { restoreEmbedded } from '../../adapters/database/restore-embedded.ts';
import { BadInputError } from '../../shared/errors.ts';
import type { Run } from '../io.ts';
import { settingsOf, withDatabase } from '../with-database.ts';

const elsewhere =
  'DATABASE_URL is set: back PostgreSQL up with its own tools (pg_dump, or your provider’s snapshots).';

/** `handrail backup` and `handrail restore`: the embedded database as one file, and back. */
export function addBackup(program: Command, run: Run): void {
  program
    .command('backup')
    .description('write the embedded database to a file, also while Handrail runs')
    .argument('[file]', 'where; handrail-DATE.backup when left out')
    .action((file: string | undefined) => backup(run, file));
  program
    .command('restore')
    .description('put a backup in the place of the embedded database, while Handrail is stopped')
    .argument('<file>', 'what "handrail backup" wrote')
    .action((file: string) => restore(run, file));
}

async function backup(run: Run, named: string | undefined): Promise<void> {
  const { io } = run;
  if (settingsOf(io).database.kind !== 'directory') throw new BadInputError([elsewhere]);
  const file = named ?? `handrail-${stampOf(systemClock.now())}.backup`;
  const image = await withDatabase(run, database => database.dump?.() ?? Promise.resolve(null));
  if (!image) throw new BadInputError([elsewhere]);
  const packed = gzipSync(image);
  io.writeFile(file, packed);
  await io.out(`${file}\n`);
  io.err(`${Math.ceil(packed.length / 1024)} KB, readable by you alone: everything is in it.\n`);
}

async function restore({ io }: Run, file: string): Promise<void> {
  const { database } = settingsOf(io);
  if (database.kind !== 'directory') throw new BadInputError([elsewhere]);
  const bytes = readBackup(file, () => io.readFile(file));
  const stamp = stampOf(systemClock.now());
  const before = await restoreEmbedded(database.path, { file, bytes, stamp });
  const kept = before ? ` What was there is in ${before}.` : '';
  await io.out(`Restored.${kept} "handrail start" goes on from it.\n`);
}

function readBackup(file: string, read: () => Uint8Array): Uint8Array {
  try {
    return read();
  } catch (cause) {
    throw new BadInputError([`${file}: cannot be read. Check the path.`], { cause });
  }
}

function stampOf(now: Date): string {
  return now.toISOString().replace(/\D/g, '').slice(0, 14);
}
