import { chmod, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

const ownerOnly = { directory: 0o700, file: 0o600 } as const;
const othersMay = 0o077;

/**
 * Closes a directory, and everything in it, to other users of the machine: an unpacked database image is readable and
 * writable by all. Does nothing where the directory is closed already; what PostgreSQL makes in it later is its own.
 */
export async function keepPrivate(directory: string): Promise<void> {
  const { mode } = await stat(directory);
  if ((mode & othersMay) === 0) return;
  const inside = await readdir(directory, { withFileTypes: true, recursive: true });
  for (const entry of inside) {
    const path = join(entry.parentPath, entry.name);
    await chmod(path, entry.isDirectory() ? ownerOnly.directory : ownerOnly.file);
  }
  // Last, so that one that was interrupted is done again.
  await chmod(directory, ownerOnly.directory);
}
