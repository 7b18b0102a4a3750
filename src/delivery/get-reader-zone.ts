import type { Trip } from '../shared/database.ts';
import type { To } from './draft.ts';

/**
 * The zone times are shown in: the customer's in a place, the person's own in a direct message; UTC when unknown. Whole rows
 * are asked for, because whoever composed the message has mostly read them already.
 */
export async function getReaderZone({ tx }: Pick<Trip, 'tx'>, to: To): Promise<string> {
  if ('personId' in to) {
    const person = await tx.person.findUnique({ where: { id: to.personId } });
    return person?.timeZone ?? 'UTC';
  }
  const place = await tx.place.findUnique({ where: { id: to.placeId } });
  if (!place?.customerId) return 'UTC';
  const customer = await tx.customer.findUnique({ where: { id: place.customerId } });
  return customer?.timeZone ?? 'UTC';
}
