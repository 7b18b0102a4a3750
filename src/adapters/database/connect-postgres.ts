import { PrismaPg } from '@prisma/adapter-pg';
import { second } from '../../shared/time.ts';
import type { Connection } from './connection.ts';

export interface PostgresConnection extends Connection {
  close(): Promise<void>;
}

/** One connection to a PostgreSQL server, for migrations: no limit to a statement, a minute for a lock. */
export async function connectPostgres(url: string): Promise<PostgresConnection> {
  const adapter = await new PrismaPg({
    connectionString: url,
    options: sessionOptions({ statement_timeout: 0, lock_timeout: 60 * second }),
    max: 1,
    connectionTimeoutMillis: 5 * second,
  }).connect();
  try {
    const client = await adapter.underlyingDriver().connect();
    return {
      async query(sql, values = []) {
        const { rows } = await client.query(sql, [...values]);
        return rows;
      },
      async script(sql) {
        await client.query(sql);
      },
      async close() {
        client.release();
        await adapter.dispose();
      },
    };
  } catch (error) {
    await adapter.dispose();
    throw error;
  }
}

/** Settings of a session, in UTC: both Prisma adapters read and write timestamps as if it were. */
export function sessionOptions(settings: Record<string, number>): string {
  const all = Object.entries({ timezone: 'UTC', ...settings });
  return all.map(([name, value]) => `-c ${name}=${value}`).join(' ');
}
