import type { Trip } from '../../shared/database.ts';
import type { Statement } from '../../shared/statement.ts';
import { lendToPrisma } from './lend-to-prisma.ts';
import { plainAnswers } from './plain/answer-plainly.ts';
import type { Tables } from './plain/tables.ts';
import type { ReadCache } from './read-cache.ts';
import { rememberingTx } from './remembering-tx.ts';
import { setupVersion } from './setup-version.ts';
import type { Run, Store } from './store.ts';
import type { Sources } from './where.ts';

/** What all trips of a database share. */
export interface TripParts {
  readonly store: Pick<Store, 'client'>;
  readonly sources: Sources;
  readonly cache: ReadCache;
  readonly tables: Tables;
}

/** A transaction that has begun. */
export interface Begun extends TripParts, Pick<Trip, 'aside'> {
  readonly run: Run;
  /** What the setup is at, as this transaction sees it. */
  readonly version: () => Promise<string>;
  /** Told before Prisma is asked for anything. */
  readonly onPrisma?: () => void;
}

/** Does the work as a trip in a transaction that has begun; whoever began it ends it. */
export async function carryOut<T>(begun: Begun, work: (trip: Trip) => Promise<T>): Promise<T> {
  const { store, sources, cache, tables, run, aside, version, onPrisma } = begun;
  const lent = lendToPrisma(store.client);
  const reads = cache.open(version);
  const begin = () => {
    onPrisma?.();
    return lent.begin();
  };
  try {
    const result = await work({
      tx: rememberingTx({ begin, reads, answerPlainly: plainAnswers(tables, run) }),
      async run(statement, values) {
        const rows = await rowsOf(run, statement, values);
        reads.ran(statement.sql);
        return rows;
      },
      aside,
      now: sources.clock.now(),
      random: sources.random,
      lanes: new Set(),
    });
    await lent.end();
    return result;
  } catch (error) {
    await lent.abandon();
    throw error;
  }
}

/** What the setup is at by now. */
export async function versionIn(run: Run): Promise<string> {
  const [row] = await rowsOf(run, setupVersion, []);
  return row?.version ?? '';
}

/** Runs a statement and reads its rows. */
export async function rowsOf<Row>(
  run: Run,
  { name, sql, row }: Statement<Row>,
  values: readonly unknown[],
): Promise<Row[]> {
  const { rows } = await run(name, sql, values);
  return rows.map(each => row.parse(each));
}
