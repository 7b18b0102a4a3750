import type { Trip } from '../shared/database.ts';

/**
 * Keeps a cadence as it is until this trip ends; false when another trip has it, or it is gone. Whoever already
 * holds a check-in must ask this way: the holder of the cadence may be waiting for that very check-in.
 */
export async function tryLockCadence({ tx }: Trip, transitionId: string): Promise<boolean> {
  const locked = await tx.$queryRaw<unknown[]>`
    SELECT "transitionId" FROM cadence WHERE "transitionId" = ${transitionId} FOR UPDATE SKIP LOCKED`;
  return locked.length > 0;
}
