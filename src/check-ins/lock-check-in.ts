import type { Trip } from '../shared/database.ts';
import { type CheckIn, checkInFrom } from './check-in.ts';
import { lockCadences } from './lock-cadences.ts';

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
