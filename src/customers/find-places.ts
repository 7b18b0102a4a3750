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

async function findPlace(tx: Tx, customerId: string, audience: string): Promise<Place | null> {
  const row = await tx.place.findFirst({
    where: { customerId, audience, parkedReason: null },
    orderBy: { id: 'asc' },
  });
  return row ? placeFrom(row) : null;
}
