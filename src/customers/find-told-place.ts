import type { Tx } from '../shared/database.ts';
import { findSharedPlace } from './find-places.ts';
import type { Place } from './place.ts';

/** The place in which the customer is told things unasked; null while none is bound, or where only pages are told. */
export async function findToldPlace(tx: Tx, customerId: string): Promise<Place | null> {
  const place = await findSharedPlace(tx, customerId);
  return place?.tell === 'page' ? null : place;
}
