import { PGlite } from '@electric-sql/pglite';
import type { Connection } from './connection.ts';
import { QuickPglite } from './quick-pglite.ts';

/** Without it PostgreSQL wakes the process every ten seconds, to tell how far it has started. */
const neverWakes = ['-c', 'log_startup_progress_interval=0'];

/** Starts the embedded PostgreSQL in a directory, or in memory without one; an image is what it starts from. */
export async function openPglite(where: { path?: string; image?: Blob | null }): Promise<PGlite> {
  const client = new QuickPglite({
    dataDir: where.path ?? 'memory://',
    loadDataDir: where.image ?? undefined,
    startParams: [...PGlite.defaultStartParams, ...neverWakes],
  });
  await client.waitReady;
  // Both Prisma adapters read and write timestamps as if the session were in UTC.
  await client.exec("SET TIME ZONE 'UTC'");
  return client;
}

/** The embedded database as migrations see it. */
export function connectionOf(client: PGlite): Connection {
  return {
    async query(sql, values = []) {
      const { rows } = await client.query<Record<string, unknown>>(sql, [...values]);
      return rows;
    },
    async script(sql) {
      await client.exec(sql);
    },
  };
}
