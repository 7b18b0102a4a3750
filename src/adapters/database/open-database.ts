import type { Database } from '../../shared/database.ts';
import { openEmbedded } from './open-embedded.ts';
import { openPostgres } from './open-postgres.ts';
import type { Sources, Where } from './where.ts';

export type { Sources, Where };

/**
 * Opens the store and applies the migrations it lacks. Throws DatabaseUnavailableError when it cannot
 * be reached, written or is in use, DatabaseSchemaError when its tables are not this build's.
 */
export async function openDatabase(where: Where, sources: Sources): Promise<Database> {
  switch (where.kind) {
    case 'postgres':
      return openPostgres(where.url, sources);
    case 'directory':
    case 'memory':
      return openEmbedded(where, sources);
  }
}
