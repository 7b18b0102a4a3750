import { z } from 'zod';
import type { Database } from '../../shared/database.ts';
import { statement } from '../../shared/statement.ts';

const steps = [
  // Old segments of the log are removed then, instead of being kept under new names with what is in them.
  'SET wal_recycle = off',
  'VACUUM (FULL, ANALYZE)',
  'SELECT pg_switch_wal()',
  'CHECKPOINT',
  'SELECT pg_switch_wal()',
  'CHECKPOINT',
].map((sql, at) => statement(`clean-${at}`, sql, z.unknown()));

/**
 * Rewrites the embedded database without what was deleted: PostgreSQL only marks deleted rows, and its log still has
 * them. Takes as long as a copy of the database would; nothing else is done meanwhile.
 */
export async function cleanEmbedded(database: Database): Promise<void> {
  for (const step of steps) await database.write(step, []);
}
