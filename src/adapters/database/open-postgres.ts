import type { Database } from '../../shared/database.ts';
import { messageOf } from '../../shared/errors.ts';
import { second } from '../../shared/time.ts';
import { applyMigrations } from './apply-migrations.ts';
import { connectPostgres, sessionOf } from './connect-postgres.ts';
import { DatabaseUnavailableError } from './database-error.ts';
import { listMigrations } from './list-migrations.ts';
import { createPostgresStore } from './postgres-store.ts';
import { createTrips } from './trips.ts';
import type { Sources } from './where.ts';

/**
 * Whoever waits for a lock gives up before Slack does (3 s), so that what it sends again finds it free. The rest is
 * well below Prisma's own limit: a transaction that Prisma gives up on during COMMIT can end the
 * process (https://github.com/prisma/orm/issues/29952), so PostgreSQL must give up first.
 */
const limits = { statement: 5 * second, lock: 2 * second, idle: 10 * second, trip: 20 * second };

/** A server that has said nothing for so long is behind a wire that was cut: nobody will ever tell us. */
const unanswered = limits.statement + second;

/** Few, so that ten instances share one server; let go when idle, because after a cut each that was kept costs its own wait. */
const connections = 10;

/** A PostgreSQL server: many processes, many connections. */
export async function openPostgres(url: string, sources: Sources): Promise<Database> {
  await migrate(url);
  const store = createPostgresStore({
    config: {
      ...sessionOf(url, {
        statement_timeout: limits.statement,
        lock_timeout: limits.lock,
        idle_in_transaction_session_timeout: limits.idle,
      }),
      max: connections,
      connectionTimeoutMillis: 5 * second,
      query_timeout: unanswered,
      application_name: 'handrail',
    },
    transactionOptions: { maxWait: 10 * second, timeout: limits.trip },
  });
  const { client, close } = store;
  const trips = createTrips({ store, sources, queue: null, connections, attempts: 5 });
  return { client, close, ...trips };
}

async function migrate(url: string): Promise<void> {
  const connection = await connectPostgres(url).catch(cause => {
    throw new DatabaseUnavailableError(unreachable(url, cause), { cause });
  });
  try {
    await applyMigrations(connection, await listMigrations());
  } finally {
    await connection.close();
  }
}

/** Never shows the URL itself: it holds a password. */
function unreachable(url: string, cause: unknown): string {
  const host = URL.canParse(url) ? new URL(url).host : 'the server';
  return `Cannot use PostgreSQL at ${host}: ${messageOf(cause) || 'no answer'}. Check that it runs and that DATABASE_URL is postgresql://USER:PASSWORD@HOST:PORT/DATABASE, or leave DATABASE_URL out to use the embedded database.`;
}
