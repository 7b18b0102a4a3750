import { createSeededRandom } from '../../src/adapters/clock/seeded-random.ts';
import { createVirtualClock } from '../../src/adapters/clock/virtual-clock.ts';
import { openDatabase, type Sources } from '../../src/adapters/database/open-database.ts';
import { createQueue } from '../../src/adapters/database/queue.ts';
import { createTrips } from '../../src/adapters/database/trips.ts';
import type { MovableClock } from '../../src/shared/clock.ts';
import type { Database, Ports } from '../../src/shared/database.ts';

/** Ports over a fresh in-memory database, with a clock the test moves and chance that repeats. */
export interface TestPorts extends Ports {
  readonly clock: MovableClock;
  /** The database goes away in the middle of everything. */
  fail(): Promise<void>;
}

/** Databases that tests of this worker have given back, emptied: opening one takes thirty times as long. */
const idle: Database[] = [];

/** Every one that is open, also where a test has failed to give it back. */
const running = new Set<Database>();

/** There is no such end outside the test runner. */
const { whenWorkerEnds } = globalThis as { whenWorkerEnds?: (work: () => Promise<void>) => void };
whenWorkerEnds?.(async () => {
  for (const database of running) await database.close();
});

/** A migrated, empty in-memory database. Give it back with `ports.database.close()`. */
export async function openTestDatabase(
  at: Date | string = '2026-03-06T17:00:00Z',
  seed = 1,
): Promise<TestPorts> {
  const clock = createVirtualClock(new Date(at));
  const random = createSeededRandom(seed);
  const opened = idle.pop() ?? (await openNew({ clock, random }));
  const { client } = opened;
  const trip = createTrips({
    client,
    sources: { clock, random },
    queue: createQueue(),
    attempts: 1,
  });
  let isGone = false;
  const fail = async () => {
    isGone = true;
    running.delete(opened);
    await opened.close();
  };
  const close = async () => {
    if (isGone) return;
    isGone = true;
    await emptyDatabase({ database: opened });
    idle.push(opened);
  };
  return { database: { client, trip, close }, clock, random, fail };
}

async function openNew(sources: Sources): Promise<Database> {
  const database = await openDatabase({ kind: 'memory' }, sources);
  running.add(database);
  return database;
}

/** Deleting is faster than TRUNCATE by far while tables are small. */
const emptyAll = `DO $$
  DECLARE each record;
  BEGIN
    FOR each IN SELECT tablename AS name FROM pg_tables
      WHERE schemaname = current_schema() AND tablename <> '_prisma_migrations'
    LOOP EXECUTE format('DELETE FROM %I', each.name); END LOOP;
    FOR each IN SELECT sequencename AS name FROM pg_sequences WHERE schemaname = current_schema()
    LOOP EXECUTE format('ALTER SEQUENCE %I RESTART', each.name); END LOOP;
  END $$`;

/** Empties every table, so that the next test starts clean without a new database. */
export async function emptyDatabase({ database }: Pick<Ports, 'database'>): Promise<void> {
  await database.client.$executeRawUnsafe(emptyAll);
}
