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

/** The `trip` of a database: one transaction, one reading of the clock; lost races are run again. */
export function createTrips({ client, sources, queue, attempts }: Means): Database['trip'] {
  const underway = new AsyncLocalStorage<{ isOpen: boolean }>();
  return async work => {
    if (underway.getStore()?.isOpen) throw new InvariantError(nested);
    const trip = { isOpen: true };
    const once = () =>
      client.$transaction(tx => work({ tx, now: sources.clock.now(), random: sources.random }));
    const all = () => underway.run(trip, () => tryAgain(once, attempts));
    try {
      return await (queue ? queue(all) : all());
    } finally {
      trip.isOpen = false;
    }
  };
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
