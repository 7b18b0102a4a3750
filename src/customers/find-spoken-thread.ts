import type { Tx } from '../shared/database.ts';

/** The thread something may be told in unasked; null for the place itself, and where we were asked to be quiet in it. */
export async function findSpokenThread(
  tx: Tx,
  placeId: string | null,
  threadOf: string | null,
): Promise<string | null> {
  if (placeId === null || threadOf === null) return threadOf;
  const quiet = await tx.quietThread.count({ where: { placeId, threadOf } });
  return quiet > 0 ? null : threadOf;
}
