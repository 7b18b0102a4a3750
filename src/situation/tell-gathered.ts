import { findToldPlace } from '../customers/find-told-place.ts';
import type { Trip } from '../shared/database.ts';
import { listPublished } from './list-published.ts';
import { sayNews } from './say-news.ts';

/** Engine handler: what was published since the last news, as one message. */
export async function tellGathered(trip: Trip, customerId: string): Promise<void> {
  const { tx } = trip;
  const { toldSeq } = await tx.telling.update({ where: { customerId }, data: { dueAt: null } });
  const place = await findToldPlace(tx, customerId);
  if (!place) return;
  const facts = await listPublished(trip, customerId, { seq: { gt: toldSeq } });
  await sayNews(trip, { customerId, placeId: place.id, facts, into: null });
}
