import { randomUUID } from 'node:crypto';
import { messageOf } from '../../shared/errors.ts';
import type { Connection } from './connection.ts';
import { DatabaseSchemaError } from './database-error.ts';
import {
  type AppliedMigration,
  checksumOf,
  type Migration,
  pendingMigrations,
} from './migration.ts';

/** Prisma's own lock number, so that `prisma migrate deploy` and we wait for each other. */
const migrationLock = 72_707_369;

/** Prisma's own definition of its table (prisma-engines, sql_migration_persistence). */
const migrationsTable = `
CREATE TABLE _prisma_migrations (
    id                      VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum                VARCHAR(64) NOT NULL,
    finished_at             TIMESTAMPTZ,
    migration_name          VARCHAR(255) NOT NULL,
    logs                    TEXT,
    rolled_back_at          TIMESTAMPTZ,
    started_at              TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count     INTEGER NOT NULL DEFAULT 0
)`;

/**
 * Brings the database to this build's schema and returns the names of what was applied. Several
 * processes may call it at once: an advisory lock lets one do it and the others find it done.
 */
export async function applyMigrations(
  connection: Connection,
  known: readonly Migration[],
): Promise<string[]> {
  await connection.query('SELECT pg_advisory_lock($1)', [migrationLock]);
  try {
    const pending = pendingMigrations(known, await listApplied(connection));
    for (const migration of pending) await apply(connection, migration);
    return pending.map(({ name }) => name);
  } finally {
    await connection.query('SELECT pg_advisory_unlock($1)', [migrationLock]);
  }
}

async function listApplied(connection: Connection): Promise<AppliedMigration[]> {
  const tables = await connection.query(
    'SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()',
  );
  if (!tables.some(({ name }) => name === '_prisma_migrations')) {
    if (tables.length > 0) throw new DatabaseSchemaError(notOurs);
    await connection.script(migrationsTable);
    return [];
  }
  const rows = await connection.query(
    'SELECT migration_name, checksum, finished_at IS NOT NULL AS finished, rolled_back_at IS NOT NULL AS rolled_back FROM _prisma_migrations ORDER BY started_at',
  );
  return rows.map(row => ({
    name: String(row.migration_name),
    checksum: String(row.checksum),
    isFinished: row.finished === true,
    isRolledBack: row.rolled_back === true,
  }));
}

const notOurs =
  'This database has tables that Handrail did not make. Give Handrail an empty database of its own: create one and put it into DATABASE_URL.';

/** The script and its row are one transaction: a failure leaves nothing behind and the next start tries again. */
async function apply(connection: Connection, { name, sql }: Migration): Promise<void> {
  await connection.script('BEGIN');
  try {
    await connection.script(sql);
    await connection.query(
      'INSERT INTO _prisma_migrations (id, checksum, migration_name, logs, started_at, finished_at, applied_steps_count) VALUES ($1, $2, $3, NULL, now(), clock_timestamp(), 1)',
      [randomUUID(), checksumOf(sql), name],
    );
    await connection.script('COMMIT');
  } catch (cause) {
    await connection.script('ROLLBACK');
    throw new DatabaseSchemaError(
      `Migration ${name} failed and was undone: ${messageOf(cause)}. Nothing was changed; mend the cause and start again.`,
      { cause },
    );
  }
}
