import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Migration } from './migration.ts';

/** `src/adapters/database` and `dist/adapters/database` are equally deep, so this holds for both. */
const migrationsDirectory = fileURLToPath(new URL('../../../prisma/migrations', import.meta.url));

/** The migrations of this build, oldest first. */
export async function listMigrations(): Promise<Migration[]> {
  const entries = await readdir(migrationsDirectory, { withFileTypes: true });
  const names = entries.filter(entry => entry.isDirectory()).map(entry => entry.name);
  return Promise.all(
    names.sort().map(async name => ({
      name,
      sql: await readFile(join(migrationsDirectory, name, 'migration.sql'), 'utf8'),
    })),
  );
}
