import { findSharedPlace } from '../../customers/find-places.ts';
import type { Tx } from '../../shared/database.ts';
import type { NewPage } from '../page/new-page.ts';

export interface ReceiptPlace {
  readonly placeId: string | null;
  readonly threadOf: string | null;
}

/** Where the customer will follow this page: where they raised it, or the place they share with us. */
export async function findReceiptPlace(tx: Tx, raise: NewPage): Promise<ReceiptPlace> {
  const { customerId, placeId, raisedBy, raisedById } = raise;
  const isDirect = placeId === null && raisedBy === 'customer' && Boolean(raisedById);
  if (isDirect) return { placeId: null, threadOf: raise.threadOf ?? null };
  if (placeId) {
    const place = await tx.place.findUnique({ where: { id: placeId } });
    const isTheirs = place?.customerId === customerId && place.audience === 'shared';
    if (isTheirs && place.parkedReason === null)
      return { placeId, threadOf: raise.threadOf ?? null };
  }
  const shared = await findSharedPlace(tx, customerId);
  return { placeId: shared?.id ?? null, threadOf: null };
}
