import { statfs } from 'node:fs/promises';

/** How much more may be written where this directory is. */
export async function freeBytes(directory: string): Promise<number> {
  const { bavail, bsize } = await statfs(directory);
  return bavail * bsize;
}
