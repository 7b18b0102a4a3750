import { existsSync } from 'node:fs';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { applyMigrations } from './apply-migrations.ts';
import { checksumOf, type Migration } from './migration.ts';
import { connectionOf, openPglite } from './open-pglite.ts';

/** The name of the image for these migrations; other migrations, another name. */
export function imageName(migrations: readonly Migration[]): string {
  return `handrail-empty-${checksumOf(JSON.stringify(migrations)).slice(0, 16)}.tar`;
}

/**
 * Making a PostgreSQL cluster takes PGlite four seconds, loading a dump of one half a second: so the
 * build generates a dump of an empty, migrated database. Null where nothing was built since the last migration.
 */
export async function readImage(migrations: readonly Migration[]): Promise<Blob | null> {
  const file = fileURLToPath(new URL(`../../generated/${imageName(migrations)}`, import.meta.url));
  return existsSync(file) ? new Blob([await readFile(file)]) : null;
}

/** Makes the image in `directory` unless it is there, and returns its path. Several processes may do so at once. */
export async function makeImage(
  directory: string,
  migrations: readonly Migration[],
): Promise<string> {
  const file = `${directory}/${imageName(migrations)}`;
  if (existsSync(file)) return file;
  const pglite = await openPglite({});
  await applyMigrations(connectionOf(pglite), migrations);
  const dump = await pglite.dumpDataDir('none');
  await pglite.close();
  await writeFile(`${file}.${process.pid}`, new Uint8Array(await dump.arrayBuffer()));
  await rename(`${file}.${process.pid}`, file);
  return file;
}

/** Removes the images of other migrations. */
export async function removeOtherImages(
  directory: string,
  migrations: readonly Migration[],
): Promise<void> {
  const names = await readdir(directory);
  const others = names.filter(
    name => /^handrail-empty-\w+\.tar/.test(name) && name !== imageName(migrations),
  );
  await Promise.all(others.map(name => rm(`${directory}/${name}`, { force: true })));
}
