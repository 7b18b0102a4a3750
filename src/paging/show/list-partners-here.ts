import type { Tx } from '../../shared/database.ts';
import type { Page } from '../page/page.ts';

/** The partners' people who are in the place in which the page was raised: they have read there what was said. */
export async function listPartnersHere(tx: Tx, { placeId, customerId }: Page): Promise<string[]> {
  if (placeId === null) return [];
  const place = await tx.place.findUnique({ where: { id: placeId } });
  const isTheirs = place?.audience === 'shared' && place.customerId === customerId;
  return isTheirs ? place.partners : [];
}
