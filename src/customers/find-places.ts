import type { Tx } from '../shared/database.ts';
import { type Place, placeFrom } from './place.ts';

/** The place in which the customer reads, or null while none is bound; a parked place does not count. */
export async function findSharedPlace(tx: Tx, customerId: string): Promise<Place | null> {
  return findPlace(tx, customerId, 'shared');
}

/** The vendor's own place about this customer, or null. */
export async function findInternalPlace(tx: Tx, customerId: string): Promise<Place | null> {
  return findPlace(tx, customerId, 'internal');
}

/** All of them are asked for at once: who needs one of a customer's places mostly needs the other as well. */
async function findPlace(tx: Tx, customerId: string, audience: string): Promise<Place | null> {
  const rows = await tx.place.findMany({
    where: { customerId, parkedReason: null },
    orderBy: { id: 'asc' },
  });
  const row = rows.find(one => one.audience === audience);
  return row ? placeFrom(row) : null;
}
