import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import type { Database } from '../../shared/database.ts';
import { messageOf } from '../../shared/errors.ts';
import { applyMigrations } from './apply-migrations.ts';
import { DatabaseUnavailableError } from './database-error.ts';
import { readImage } from './image.ts';
import { keepPrivate } from './keep-private.ts';
import { listMigrations } from './list-migrations.ts';
import { lockDirectory } from './lock-directory.ts';
import type { Migration } from './migration.ts';
import { connectionOf, openPglite } from './open-pglite.ts';
import { createPgliteStore } from './pglite-store.ts';
import { createQueue } from './queue.ts';
import type { Store } from './store.ts';
import { createTrips } from './trips.ts';
import type { Sources, Where } from './where.ts';

/** The embedded database (PGlite): one process, one connection. */
export async function openEmbedded(where: Embedded, sources: Sources): Promise<Database> {
  return embeddedDatabase(await openEmbeddedStore(where), sources);
}

type Embedded = Exclude<Where, { kind: 'postgres' }>;

/** Opens the embedded database without saying yet whose clock it goes by. */
export async function openEmbeddedStore(where: Embedded): Promise<Store> {
  const migrations = await listMigrations();
  if (where.kind === 'memory') {
    return storeOn(await openPglite({ image: await readImage(migrations) }), migrations);
  }
  const release = await lockDirectory(where.path);
  try {
    const store = await storeOn(await openDirectory(where.path, migrations), migrations);
    const close = async () => {
      await store.close();
      await release();
    };
    return { ...store, close };
  } catch (error) {
    await release();
    throw error;
  }
}

/** The database over an embedded store: one trip at a time, on this clock. */
export function embeddedDatabase(store: Store, sources: Sources): Database {
  const { client, close, dump } = store;
  const queue = createQueue();
  const trips = createTrips({ store, sources, queue, connections: 1, attempts: 1 });
  return { client, close, ...trips, ...(dump && { dump: () => queue(dump, 'first') }) };
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
      await keepPrivate(unfinished);
      await rename(unfinished, path);
    }
    await keepPrivate(path);
    return await openPglite({ path });
  } catch (cause) {
    throw new DatabaseUnavailableError(
      `The embedded database in ${path} does not start: ${messageOf(cause)}. Restore the directory from a backup, or set DATA_DIR to an empty directory to begin anew.`,
      { cause },
    );
  }
}

async function storeOn(pglite: PGlite, migrations: readonly Migration[]): Promise<Store> {
  try {
    await applyMigrations(connectionOf(pglite), migrations);
  } catch (error) {
    await pglite.close();
    throw error;
  }
  return createPgliteStore(pglite);
}
