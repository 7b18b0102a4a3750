import type { Database } from '../../shared/database.ts';
import type { Sources, Where } from './where.ts';

export type { Sources, Where };

/**
 * Opens the store and applies the migrations it lacks. Throws DatabaseUnavailableError when it cannot
 * be reached, written or is in use, DatabaseSchemaError when its tables are not this build's. Only the code of that kind
 * is loaded.
 */
export async function openDatabase(where: Where, sources: Sources): Promise<Database> {
  switch (where.kind) {
    case 'postgres': {
      const { openPostgres } = await import('./open-postgres.ts');
      return openPostgres(where.url, sources);
    }
    case 'directory':
    case 'memory': {
      const { openEmbedded } = await import('./open-embedded.ts');
      return openEmbedded(where, sources);
    }
  }
}
