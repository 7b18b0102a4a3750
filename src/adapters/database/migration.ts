import { createHash } from 'node:crypto';
import { DatabaseSchemaError } from './database-error.ts';

/** A migration folder of this build. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}

/** A row of `_prisma_migrations`. */
export interface AppliedMigration {
  readonly name: string;
  readonly checksum: string;
  readonly isFinished: boolean;
  readonly isRolledBack: boolean;
}

/** SHA-256 of the script in hexadecimal, as Prisma records it. */
export function checksumOf(sql: string): string {
  return createHash('sha256').update(sql).digest('hex');
}

/** The migrations still to apply, in order. Throws when the database is newer, different or half migrated. */
export function pendingMigrations(
  known: readonly Migration[],
  applied: readonly AppliedMigration[],
): Migration[] {
  const standing = applied.filter(row => !row.isRolledBack);
  for (const row of standing) refuseWrong(row, known);
  const done = new Set(standing.map(row => row.name));
  return known.filter(migration => !done.has(migration.name));
}

function refuseWrong(row: AppliedMigration, known: readonly Migration[]): void {
  if (!row.isFinished) {
    throw new DatabaseSchemaError(
      `Migration ${row.name} was begun on this database and never finished. Restore the backup from before it, or repair the tables by hand and run: npx prisma migrate resolve --rolled-back ${row.name}`,
    );
  }
  const migration = known.find(({ name }) => name === row.name);
  if (!migration) {
    throw new DatabaseSchemaError(
      `This database was made by a newer Handrail: it has migration ${row.name}, which this build does not know. Start the newer build again, or restore the backup from before the upgrade.`,
    );
  }
  if (checksumOf(migration.sql) !== row.checksum) {
    throw new DatabaseSchemaError(
      `Migration ${row.name} of this database is not the one of this build (checksums differ). It comes from another build or an edited file. Start the build that made the database, or start with a new one (another DATA_DIR or DATABASE_URL).`,
    );
  }
}
