import { AsyncLocalStorage } from 'node:async_hooks';
import type { PrismaClient } from '../../generated/prisma/client.ts';
import type { Database } from '../../shared/database.ts';
import { InvariantError } from '../../shared/errors.ts';
import { isWorthRetrying } from './conflict.ts';
import type { Queue } from './queue.ts';
import type { Sources } from './where.ts';

interface Means {
  readonly client: PrismaClient;
  readonly sources: Sources;
  /** Lets one trip run at a time, where there is only one connection. */
  readonly queue: Queue | null;
  /** How often a trip is tried when it loses against another one. */
  readonly attempts: number;
}

/** A trip that is underway, and the one of another database that it was begun in. */
interface Underway {
  readonly means: Means;
  readonly outer: Underway | undefined;
  isOpen: boolean;
}

/** One for all databases: each one that is ever run makes every promise of the process a little slower. */
const storage = new AsyncLocalStorage<Underway>();

/** The `trip` of a database: one transaction, one reading of the clock; lost races are run again. */
export function createTrips(means: Means): Database['trip'] {
  const { client, sources, queue, attempts } = means;
  return async work => {
    const outer = nearestOpen(storage.getStore());
    if (isUnderway(means, outer)) throw new InvariantError(nested);
    const trip = { means, outer, isOpen: true };
    const once = () =>
      client.$transaction(tx => work({ tx, now: sources.clock.now(), random: sources.random }));
    const all = () => storage.run(trip, () => tryAgain(once, attempts));
    try {
      return await (queue ? queue(all) : all());
    } finally {
      trip.isOpen = false;
    }
  };
}

/** Work that a trip left behind goes on after it; what it begins is in no trip any more. */
function nearestOpen(trip: Underway | undefined): Underway | undefined {
  return !trip || trip.isOpen ? trip : nearestOpen(trip.outer);
}

function isUnderway(means: Means, trip: Underway | undefined): boolean {
  return trip !== undefined && (trip.means === means || isUnderway(means, nearestOpen(trip.outer)));
}

/** On one connection it would wait for itself for ever; on many, it would commit what the outer one may undo. */
const nested =
  'A trip was begun inside a trip of the same database. Hand the outer trip on instead. This is a bug in Handrail; please report it.';

async function tryAgain<T>(once: () => Promise<T>, attempts: number): Promise<T> {
  for (let left = attempts - 1; ; left -= 1) {
    try {
      return await once();
    } catch (error) {
      if (left <= 0 || !isWorthRetrying(error)) throw error;
    }
  }
}
