import { AsyncLocalStorage } from 'node:async_hooks';
import type { PrismaClient } from '../../generated/prisma/client.ts';
import type { Database } from '../../shared/database.ts';
import { InvariantError } from '../../shared/errors.ts';
import { isWorthRetrying } from './conflict.ts';
import type { Queue } from './queue.ts';
import type { Sources } from './where.ts';

/** True inside the work of a trip, so that a trip inside a trip is an error and not a deadlock. */
const inTrip = new AsyncLocalStorage<true>();

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
  return async work => {
    if (inTrip.getStore()) {
      throw new InvariantError('A trip was begun inside a trip. Pass the outer trip on instead.');
    }
    const once = () =>
      client.$transaction(tx =>
        inTrip.run(true, () => work({ tx, now: sources.clock.now(), random: sources.random })),
      );
    const all = () => tryAgain(once, attempts);
    return queue ? queue(all) : all();
  };
}

async function tryAgain<T>(once: () => Promise<T>, attempts: number): Promise<T> {
  for (let left = attempts - 1; ; left -= 1) {
    try {
      return await once();
    } catch (error) {
      if (left <= 0 || !isWorthRetrying(error)) throw error;
    }
  }
}
