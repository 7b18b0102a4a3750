import type { Database, Trip } from '../../shared/database.ts';
import { InvariantError } from '../../shared/errors.ts';
import { createSurroundings } from '../../shared/surroundings.ts';
import { behindSavepoint } from './aside.ts';
import { carryOut, rowsOf, versionIn } from './carry-out.ts';
import { busyReasonOf, isWorthRetrying } from './conflict.ts';
import { DatabaseBusyError } from './database-error.ts';
import { tablesOf } from './plain/tables.ts';
import type { Queue } from './queue.ts';
import { createReadCache } from './read-cache.ts';
import type { Store } from './store.ts';
import { createTogether } from './together.ts';
import type { Sources } from './where.ts';
import { createWriteEach } from './write-each.ts';

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
}: Means): Pick<Database, 'trip' | 'together' | 'write' | 'writeEach' | 'tripsAtOnce'> {
  const underway = createSurroundings<{ isOpen: boolean }>();
  const parts = { store, sources, cache: createReadCache(), tables: tablesOf(store.client) };

  async function asTrip<T>(work: () => Promise<T>): Promise<T> {
    if (underway.get()?.isOpen) throw new InvariantError(nested);
    const trip = { isOpen: true };
    try {
      return await underway.run(trip, work);
    } finally {
      trip.isOpen = false;
    }
  }

  function trip<T>(work: (trip: Trip) => Promise<T>): Promise<T> {
    const once = () =>
      store.transaction(run => {
        const aside: Trip['aside'] = each => behindSavepoint(run, each);
        return carryOut({ ...parts, run, aside, version: () => versionIn(run) }, work);
      });
    const all = () => tryAgain(once, attempts);
    return asTrip(() => (queue ? queue(all) : all()));
  }

  const write: Database['write'] = (statement, values) => {
    const once = () => rowsOf(store.run, statement, values);
    const all = () => tryAgain(once, attempts);
    return queue ? queue(all, 'first') : all();
  };

  const { together: beside } = store;
  return {
    tripsAtOnce: connections,
    trip,
    together: beside
      ? createTogether({ ...parts, beside, asTrip, alone: trip })
      : (_key, work) => trip(work),
    write,
    writeEach: createWriteEach(write),
  };
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
