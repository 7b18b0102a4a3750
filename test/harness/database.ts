import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSeededRandom } from '../../src/adapters/clock/seeded-random.ts';
import { createVirtualClock } from '../../src/adapters/clock/virtual-clock.ts';
import { imageName, makeImage } from '../../src/adapters/database/image.ts';
import { listMigrations } from '../../src/adapters/database/list-migrations.ts';
import { embeddedDatabase, openEmbeddedStore } from '../../src/adapters/database/open-embedded.ts';
import type { Store } from '../../src/adapters/database/store.ts';
import type { MovableClock } from '../../src/shared/clock.ts';
import type { Database, Ports } from '../../src/shared/database.ts';

/** Ports over a fresh in-memory database, with a clock the test moves and chance that repeats. */
export interface TestPorts extends Ports {
  readonly clock: MovableClock;
  /** The database goes away in the middle of everything. */
  fail(): Promise<void>;
}

/** Databases that a test of this file has given back, emptied: opening one takes thirty times as long. */
const idle: Store[] = [];
let isOver = false;

/** What runs after the last test of a file; there is none outside the test runner. */
const { afterAll } = globalThis as { afterAll?: (work: () => Promise<void>) => void };
afterAll?.(async () => {
  isOver = true;
  for (const store of idle.splice(0)) await store.close();
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
    await store.close();
  };
  const close = async () => {
    if (isGone) return;
    if (isOver) return store.close();
    await emptyDatabase({ database: store });
    idle.push(store);
  };
  return { database: { ...database, close }, clock, random, fail };
}

async function openNew(): Promise<Store> {
  return openEmbeddedStore({ kind: 'memory', image: await loadImage() });
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
export async function emptyDatabase({
  database,
}: {
  database: Pick<Database, 'client'>;
}): Promise<void> {
  await database.client.$executeRawUnsafe(emptyAll);
}

/** One image per set of migrations is kept in the temporary folder. */
async function loadImage(): Promise<Blob> {
  const migrations = await listMigrations();
  await removeOldImages(imageName(migrations));
  const file = await makeImage(tmpdir(), migrations);
  return new Blob([await readFile(file)]);
}

/** Of migrations long gone; a younger one may be read by another test process at this moment. */
async function removeOldImages(current: string): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!/^handrail-empty-\w+\.tar$/.test(name) || name === current) continue;
    const file = join(tmpdir(), name);
    const found = await stat(file).catch(() => null);
    if (found && Date.now() - found.mtimeMs > 24 * 3_600_000) await rm(file, { force: true });
  }
}
