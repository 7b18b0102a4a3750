import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { BadInputError, messageOf } from '../../shared/errors.ts';
import { keepPrivate } from './keep-private.ts';
import { lockDirectory } from './lock-directory.ts';
import { openPglite } from './open-pglite.ts';

/**
 * Puts a backup into the place of the embedded database in this directory, once it has been opened and read. What was
 * there is kept beside it; returns where, or null when nothing was. Throws BadInputError when the file is no backup, and
 * DatabaseUnavailableError while a Handrail runs on the directory.
 */
export async function restoreEmbedded(
  directory: string,
  {
    file,
    bytes,
    stamp,
  }: { readonly file: string; readonly bytes: Uint8Array; readonly stamp: string },
): Promise<string | null> {
  const release = await lockDirectory(directory);
  try {
    const path = join(directory, 'database');
    const fresh = join(directory, 'database.new');
    await rm(fresh, { recursive: true, force: true });
    await unpack(fresh, file, bytes);
    await keepPrivate(fresh);
    const before = existsSync(path) ? join(directory, `database.before-${stamp}`) : null;
    if (before) await rename(path, before);
    await rename(fresh, path);
    return before;
  } finally {
    await release();
  }
}

async function unpack(path: string, file: string, bytes: Uint8Array): Promise<void> {
  try {
    const image = new Blob([gunzipSync(bytes)]);
    const pglite = await openPglite({ path, image });
    await pglite.query('SELECT count(*) FROM customer');
    await pglite.close();
  } catch (cause) {
    await rm(path, { recursive: true, force: true });
    throw new BadInputError(
      [
        `${file}: is no backup of Handrail (${messageOf(cause)}). Name a file that "handrail backup" wrote.`,
      ],
      { cause },
    );
  }
}
