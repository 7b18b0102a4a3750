import { findPerson } from '../customers/find-person.ts';
import { editMessage } from '../delivery/edit-message.ts';
import type { Trip } from '../shared/database.ts';
import { type Cover, coverCard } from './cover-card.ts';

/** Nobody needs their answer any more: somebody else covers, or the shift is covered without. */
export async function settleCover(
  trip: Trip,
  cover: Omit<Cover, 'askerName'> & { readonly askerId: string },
): Promise<void> {
  const { tx } = trip;
  const { id, askerId } = cover;
  await tx.cover.update({ where: { id }, data: { state: 'settled' } });
  const asker = await findPerson(tx, askerId);
  const card = coverCard({ ...cover, state: 'settled', askerName: asker?.name ?? askerId });
  await editMessage(trip, `cover:${id}`, card);
}
