import type { Trip } from '../shared/database.ts';

/**
 * Keeps the customer's cadences as they are until this trip ends, and waits for whoever has them. Hazard: whoever
 * needs a cadence and a check-in takes the cadence first, here; who has a check-in already must not wait (tryLockCadence).
 */
export async function lockCadences({ tx }: Trip, customerId: string): Promise<void> {
  await tx.$queryRaw`
    SELECT "transitionId" FROM cadence WHERE "customerId" = ${customerId} ORDER BY "transitionId" FOR UPDATE`;
}
