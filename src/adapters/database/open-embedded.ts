import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { PrismaClient } from '../../generated/prisma/client.ts';
import type { Database } from '../../shared/database.ts';
import { messageOf } from '../../shared/errors.ts';
import { second } from '../../shared/time.ts';
import { applyMigrations } from './apply-migrations.ts';
import { DatabaseUnavailableError } from './database-error.ts';
import { listMigrations } from './list-migrations.ts';
import { lockDirectory } from './lock-directory.ts';
import { connectionOf, openPglite } from './open-pglite.ts';
import { createQueue } from './queue.ts';
import { createTrips } from './trips.ts';
import type { Sources, Where } from './where.ts';

/** The embedded database (PGlite): one process, one connection. */
export async function openEmbedded(
  where: Exclude<Where, { kind: 'postgres' }>,
  sources: Sources,
): Promise<Database> {
  if (where.kind === 'memory') {
    return databaseOn(await openPglite({ image: where.image }), sources, async () => {});
  }
  const release = await lockDirectory(where.path);
  try {
    return await databaseOn(await openDirectory(where.path), sources, release);
  } catch (error) {
    await release();
    throw error;
  }
}

async function openDirectory(directory: string): Promise<PGlite> {
  const path = join(directory, 'database');
  try {
    return await openPglite({ path });
  } catch (cause) {
    throw new DatabaseUnavailableError(
      `The embedded database in ${path} does not start: ${messageOf(cause)}. Restore the directory from a backup, or set DATA_DIR to an empty directory to begin anew.`,
      { cause },
    );
  }
}

async function databaseOn(
  pglite: PGlite,
  sources: Sources,
  release: () => Promise<void>,
): Promise<Database> {
  try {
    await applyMigrations(connectionOf(pglite), await listMigrations());
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
