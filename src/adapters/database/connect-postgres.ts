import pg from 'pg';
import { second } from '../../shared/time.ts';
import type { Connection } from './connection.ts';

export interface PostgresConnection extends Connection {
  close(): Promise<void>;
}

/** One connection to a PostgreSQL server, for migrations: no limit to a statement, a minute for a lock. */
export async function connectPostgres(url: string): Promise<PostgresConnection> {
  const client = new pg.Client({
    ...sessionOf(url, { statement_timeout: 0, lock_timeout: 60 * second }),
    connectionTimeoutMillis: 5 * second,
  });
  client.on('error', () => {});
  await client.connect();
  return {
    async query(sql, values = []) {
      const { rows } = await client.query(sql, [...values]);
      return rows;
    },
    async script(sql) {
      await client.query(sql);
    },
    close: () => client.end(),
  };
}

/**
 * What a connection is made with: the server's address and settings of the session. Always in UTC,
 * because both Prisma adapters read and write timestamps as if it were. Options that the address
 * itself carries stay, before ours; left in the address, the driver would let them replace ours.
 */
export function sessionOf(
  url: string,
  settings: Record<string, number>,
): { connectionString: string; options: string } {
  const address = new URL(url);
  const theirs = address.searchParams.get('options') ?? '';
  address.searchParams.delete('options');
  const all = Object.entries({ timezone: 'UTC', ...settings });
  const ours = all.map(([name, value]) => `-c ${name}=${value}`);
  return { connectionString: address.href, options: [theirs, ...ours].join(' ').trim() };
}
