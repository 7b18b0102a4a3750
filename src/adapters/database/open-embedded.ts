import { PrismaPGlite } from 'pglite-prisma-adapter';
import { PrismaClient } from '../../generated/prisma/client.ts';
import type { Database } from '../../shared/database.ts';
import { second } from '../../shared/time.ts';
import { applyMigrations } from './apply-migrations.ts';
import { listMigrations } from './list-migrations.ts';
import { connectionOf, openPglite } from './open-pglite.ts';
import type { DatabasePlace, Sources } from './place.ts';
import { createQueue } from './queue.ts';
import { createTrips } from './trips.ts';

/** The embedded database (PGlite): one process, one connection. */
export async function openEmbedded(
  where: Exclude<DatabasePlace, { kind: 'postgres' }>,
  sources: Sources,
): Promise<Database> {
  const pglite = await openPglite(where.kind === 'memory' ? { image: where.image } : where);
  await applyMigrations(connectionOf(pglite), await listMigrations());
  const client = new PrismaClient({
    adapter: new PrismaPGlite(pglite),
    // Nothing competes for the one connection but the queue below, so a slow trip is only slow.
    transactionOptions: { maxWait: 30 * second, timeout: 60 * second },
  });
  const queue = createQueue();
  return {
    client,
    trip: createTrips({ client, sources, queue, attempts: 1 }),
    async close() {
      await client.$disconnect();
      await pglite.close();
    },
  };
}
