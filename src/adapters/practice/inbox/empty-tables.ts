import type { Tx } from '../../../shared/database.ts';

/** Deleting is faster than TRUNCATE by far while tables are small: each truncated table and index is a new file. */
const emptyAll = `DO $$
  DECLARE each record;
  BEGIN
    FOR each IN SELECT tablename AS name FROM pg_tables
      WHERE schemaname = current_schema() AND tablename <> '_prisma_migrations'
    LOOP EXECUTE format('DELETE FROM %I', each.name); END LOOP;
    FOR each IN SELECT sequencename AS name FROM pg_sequences WHERE schemaname = current_schema()
    LOOP EXECUTE format('ALTER SEQUENCE %I RESTART', each.name); END LOOP;
  END $$`;

/** Empties every table of a small database; its tables stay. */
export async function emptyTables(tx: Pick<Tx, '$executeRawUnsafe'>): Promise<void> {
  await tx.$executeRawUnsafe(emptyAll);
}
