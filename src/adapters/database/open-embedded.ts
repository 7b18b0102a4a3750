import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { PrismaClient } from '../../generated/prisma/client.ts';
import type { Database } from '../../shared/database.ts';
import { messageOf } from '../../shared/errors.ts';
import { second } from '../../shared/time.ts';
import { applyMigrations } from './apply-migrations.ts';
import { DatabaseUnavailableError } from './database-error.ts';
import { readImage } from './image.ts';
import { listMigrations } from './list-migrations.ts';
import { lockDirectory } from './lock-directory.ts';
import type { Migration } from './migration.ts';
import { connectionOf, openPglite } from './open-pglite.ts';
import { createQueue } from './queue.ts';
import { createTrips } from './trips.ts';
import type { Sources, Where } from './where.ts';

/** The embedded database (PGlite): one process, one connection. */
export async function openEmbedded(
  where: Exclude<Where, { kind: 'postgres' }>,
  sources: Sources,
): Promise<Database> {
  const migrations = await listMigrations();
  if (where.kind === 'memory') {
    const pglite = await openPglite({ image: await readImage(migrations) });
    return databaseOn(pglite, { migrations, sources, release: async () => {} });
  }
  const release = await lockDirectory(where.path);
  try {
    const pglite = await openDirectory(where.path, migrations);
    return await databaseOn(pglite, { migrations, sources, release });
  } catch (error) {
    await release();
    throw error;
  }
}

/** A new one is made beside its place and moved there whole, so that a kill leaves all of it or nothing. */
async function openDirectory(directory: string, migrations: readonly Migration[]): Promise<PGlite> {
  const path = join(directory, 'database');
  try {
    if (!existsSync(path)) {
      const unfinished = join(directory, 'database.new');
      await rm(unfinished, { recursive: true, force: true });
      const pglite = await openPglite({ path: unfinished, image: await readImage(migrations) });
      await pglite.close();
      await rename(unfinished, path);
    }
    return await openPglite({ path });
  } catch (cause) {
    throw new DatabaseUnavailableError(
      `The embedded database in ${path} does not start: ${messageOf(cause)}. Restore the directory from a backup, or set DATA_DIR to an empty directory to begin anew.`,
      { cause },
    );
  }
}

interface Opened {
  readonly migrations: readonly Migration[];
  readonly sources: Sources;
  /** Lets go of what was locked. */
  readonly release: () => Promise<void>;
}

async function databaseOn(
  pglite: PGlite,
  { migrations, sources, release }: Opened,
): Promise<Database> {
  try {
    await applyMigrations(connectionOf(pglite), migrations);
  } catch (error) {
    await pglite.close();
    throw error;
  }
  const client = new PrismaClient({
    adapter: new PrismaPGlite(pglite),
    // Nothing competes for the one connection but the queue below, so a slow trip is only slow.
    transactionOptions: { maxWait: 30 * second, timeout: 60 * second },
  });
  return {
    client,
    trip: createTrips({ client, sources, queue: createQueue(), attempts: 1 }),
    async close() {
      await client.$disconnect();
      await pglite.close();
      await release();
    },
  };
}
