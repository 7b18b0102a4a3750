import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSeededRandom } from '../../src/adapters/clock/seeded-random.ts';
import { createVirtualClock } from '../../src/adapters/clock/virtual-clock.ts';
import { imageName, makeImage } from '../../src/adapters/database/image.ts';
import { listMigrations } from '../../src/adapters/database/list-migrations.ts';
import { openDatabase } from '../../src/adapters/database/open-database.ts';
import type { MovableClock } from '../../src/shared/clock.ts';
import type { Ports } from '../../src/shared/database.ts';

/** Ports over a fresh in-memory database, with a clock the test moves and chance that repeats. */
export interface TestPorts extends Ports {
  readonly clock: MovableClock;
}

/** A migrated, empty in-memory database (about 0.4 s). Close it with `ports.database.close()`. */
export async function openTestDatabase(
  at: Date | string = '2026-03-06T17:00:00Z',
  seed = 1,
): Promise<TestPorts> {
  const clock = createVirtualClock(new Date(at));
  const random = createSeededRandom(seed);
  const image = await loadImage();
  const database = await openDatabase({ kind: 'memory', image }, { clock, random });
  return { database, clock, random };
}

/** Empties every table, so that the next test starts clean without a new database. */
export async function emptyDatabase({ database }: Pick<Ports, 'database'>): Promise<void> {
  const tables = await database.client.$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables
    WHERE schemaname = current_schema() AND tablename <> '_prisma_migrations'`;
  const names = tables.map(({ name }) => `"${name}"`).join(', ');
  await database.client.$executeRawUnsafe(`TRUNCATE ${names} RESTART IDENTITY CASCADE`);
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
