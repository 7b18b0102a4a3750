import { PGlite } from '@electric-sql/pglite';
import type { Connection } from './connection.ts';

/** Starts the embedded PostgreSQL, in memory (from an image when given) or in a directory. */
export async function openPglite(where: { path?: string; image?: Blob }): Promise<PGlite> {
  const client = where.path
    ? new PGlite({ dataDir: where.path })
    : new PGlite({ dataDir: 'memory://', loadDataDir: where.image });
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
