import { createSeededRandom } from '../../src/adapters/clock/seeded-random.ts';
import { createVirtualClock } from '../../src/adapters/clock/virtual-clock.ts';
import { embeddedDatabase, openEmbeddedStore } from '../../src/adapters/database/open-embedded.ts';
import type { Store } from '../../src/adapters/database/store.ts';
import { emptyTables } from '../../src/adapters/practice/inbox/empty-tables.ts';
import type { MovableClock } from '../../src/shared/clock.ts';
import type { Database, Ports } from '../../src/shared/database.ts';
import { allowOnlyPossibleMoves } from './possible-moves.ts';

/** Ports over a fresh in-memory database, with a clock the test moves and chance that repeats. */
export interface TestPorts extends Ports {
  readonly clock: MovableClock;
  /** The database goes away in the middle of everything. */
  fail(): Promise<void>;
}

/** Databases that tests of this worker have given back, emptied: opening one takes thirty times as long. */
const idle: Store[] = [];

/** Every one that is open, also where a test has failed to give it back. */
const running = new Set<Store>();

/** There is no such end outside the test runner. */
const { whenWorkerEnds } = globalThis as { whenWorkerEnds?: (work: () => Promise<void>) => void };
whenWorkerEnds?.(async () => {
  for (const store of running) await store.close();
});

/** A migrated, empty in-memory database. Give it back with `ports.database.close()`. */
export async function openTestDatabase(
  at: Date | string = '2026-03-06T17:00:00Z',
  seed = 1,
): Promise<TestPorts> {
  const clock = createVirtualClock(new Date(at));
  const random = createSeededRandom(seed);
  const store = idle.pop() ?? (await openNew());
  const database = embeddedDatabase(store, { clock, random });
  let isGone = false;
  const fail = async () => {
    isGone = true;
    running.delete(store);
    await store.close();
  };
  const close = async () => {
    if (isGone) return;
    isGone = true;
    await emptyDatabase({ database: store });
    idle.push(store);
  };
  return { database: { ...database, close }, clock, random, fail };
}

async function openNew(): Promise<Store> {
  const store = await openEmbeddedStore({ kind: 'memory' });
  running.add(store);
  await allowOnlyPossibleMoves(store.client);
  return store;
}

/** Empties every table, so that the next test starts clean without a new database. */
export async function emptyDatabase({
  database,
}: {
  database: Pick<Database, 'client'>;
}): Promise<void> {
  await emptyTables(database.client);
}
