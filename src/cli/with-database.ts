import { resolve } from 'node:path';
import { createCryptoRandom } from '../adapters/clock/crypto-random.ts';
import { systemClock } from '../adapters/clock/system-clock.ts';
import { openDatabase } from '../adapters/database/open-database.ts';
import { type Config, readConfig } from '../config.ts';
import type { Database } from '../shared/database.ts';
import type { Io, Run } from './io.ts';

/** The settings as `start` would read them here. Throws BadInputError with every problem. */
export function settingsOf(io: Io): Config {
  return readConfig({ environment: io.env, file: resolve(io.directory, '.env') });
}

/** Gives one command the database of the settings: its own for as long as it works, or that of the Handrail which carries it out. */
export async function withDatabase<T>(
  { io }: Run,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  if (io.database) return work(io.database);
  const sources = { clock: systemClock, random: createCryptoRandom() };
  const database = await openDatabase(settingsOf(io).database, sources);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
