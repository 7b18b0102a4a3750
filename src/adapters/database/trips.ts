import type { Database, Trip } from '../../shared/database.ts';
import { InvariantError } from '../../shared/errors.ts';
import type { Statement } from '../../shared/statement.ts';
import { createSurroundings } from '../../shared/surroundings.ts';
import { busyReasonOf, isWorthRetrying } from './conflict.ts';
import { DatabaseBusyError } from './database-error.ts';
import { lendToPrisma } from './lend-to-prisma.ts';
import { plainAnswers } from './plain/answer-plainly.ts';
import { type Tables, tablesOf } from './plain/tables.ts';
import type { Queue } from './queue.ts';
import { createReadCache, type ReadCache } from './read-cache.ts';
import { rememberingTx } from './remembering-tx.ts';
import { setupVersion } from './setup-version.ts';
import type { Run, Store } from './store.ts';
import type { Sources } from './where.ts';

interface Means {
  readonly store: Store;
  readonly sources: Sources;
  /** Lets one trip run at a time, where there is only one connection. */
  readonly queue: Queue | null;
  /** How many trips may go on at once. */
  readonly connections: number;
  /** How often a trip is tried when it loses against another one. */
  readonly attempts: number;
}

/** The trips of a database: one transaction each, one reading of the clock; lost races are run again. */
export function createTrips({
  store,
  sources,
  queue,
  connections,
  attempts,
}: Means): Pick<Database, 'trip' | 'write' | 'tripsAtOnce'> {
  const underway = createSurroundings<{ isOpen: boolean }>();
  const cache = createReadCache();
  const tables = tablesOf(store.client);
  return {
    tripsAtOnce: connections,
    async trip(work) {
      if (underway.get()?.isOpen) throw new InvariantError(nested);
      const trip = { isOpen: true };
      const once = () =>
        store.transaction(run => carryOut({ store, sources, cache, tables, run }, work));
      const all = () => underway.run(trip, () => tryAgain(once, attempts));
      try {
        return await (queue ? queue(all) : all());
      } finally {
        trip.isOpen = false;
      }
    },
    write(statement, values) {
      const once = () => rowsOf(store.run, statement, values);
      const all = () => tryAgain(once, attempts);
      return queue ? queue(all, 'first') : all();
    },
  };
}

interface Going extends Pick<Means, 'store' | 'sources'> {
  readonly cache: ReadCache;
  readonly tables: Tables;
  readonly run: Run;
}

async function carryOut<T>(
  { store, sources, cache, tables, run }: Going,
  work: (trip: Trip) => Promise<T>,
): Promise<T> {
  const lent = lendToPrisma(store.client);
  const reads = cache.open(async () => {
    const [row] = await rowsOf(run, setupVersion, []);
    return row?.version ?? '';
  });
  try {
    const result = await work({
      tx: rememberingTx({ begin: lent.begin, reads, answerPlainly: plainAnswers(tables, run) }),
      async run(statement, values) {
        const rows = await rowsOf(run, statement, values);
        reads.ran(statement.sql);
        return rows;
      },
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

async function rowsOf<Row>(
  run: Run,
  { name, sql, row }: Statement<Row>,
  values: readonly unknown[],
): Promise<Row[]> {
  const { rows } = await run(name, sql, values);
  return rows.map(each => row.parse(each));
}

/** On one connection it would wait for itself for ever; on many, it would commit what the outer one may undo. */
const nested =
  'A trip was begun inside a trip of the same database. Hand the outer trip on instead. This is a bug in Handrail; please report it.';

const busyWords = (reason: string) =>
  `The database has too much to do at the moment (${reason}). If this goes on, look at what else runs on its server.`;

async function tryAgain<T>(once: () => Promise<T>, attempts: number): Promise<T> {
  for (let left = attempts - 1; ; left -= 1) {
    try {
      return await once();
    } catch (error) {
      if (left > 0 && isWorthRetrying(error)) continue;
      const reason = busyReasonOf(error);
      throw reason ? new DatabaseBusyError(busyWords(reason), { cause: error }) : error;
    }
  }
}
