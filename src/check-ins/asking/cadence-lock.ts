import { z } from 'zod';
import type { Trip } from '../../shared/database.ts';
import { statement } from '../../shared/statement.ts';
import { type CheckIn, checkInFrom } from './check-in.ts';

const lockedRow = z.object({ transitionId: z.string() });

const lockAll = statement(
  'lock-cadences',
  `SELECT "transitionId" FROM cadence WHERE "customerId" = $1 ORDER BY "transitionId" FOR UPDATE`,
  lockedRow,
);

const tryLock = statement(
  'try-lock-cadence',
  'SELECT "transitionId" FROM cadence WHERE "transitionId" = $1 FOR UPDATE SKIP LOCKED',
  lockedRow,
);

/**
 * Keeps the customer's cadences as they are until this trip ends, and waits for whoever has them. Hazard: whoever
 * needs a cadence and a check-in takes the cadence first, here; who has a check-in already must not wait (tryLockCadence).
 */
export async function lockCadences(trip: Trip, customerId: string): Promise<void> {
  await trip.run(lockAll, [customerId]);
}

/**
 * Keeps a cadence as it is until this trip ends; false when another trip has it, or it is gone. Whoever already
 * holds a check-in must ask this way: the holder of the cadence may be waiting for that very check-in.
 */
export async function tryLockCadence(trip: Trip, transitionId: string): Promise<boolean> {
  const locked = await trip.run(tryLock, [transitionId]);
  return locked.length > 0;
}

/** The check-in as it stands, kept as it is until this trip ends, with its customer's cadences; null when there is none. */
export async function lockCheckIn(trip: Trip, id: string): Promise<CheckIn | null> {
  const { tx } = trip;
  const known = await tx.checkIn.findUnique({ where: { id }, select: { customerId: true } });
  if (!known) return null;
  await lockCadences(trip, known.customerId);
  await tx.$queryRaw`SELECT id FROM check_in WHERE id = ${id} FOR UPDATE`;
  const row = await tx.checkIn.findUnique({ where: { id } });
  return row && checkInFrom(row);
}
