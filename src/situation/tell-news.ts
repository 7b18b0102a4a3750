import { findToldPlace } from '../customers/find-told-place.ts';
import type { Trip } from '../shared/database.ts';
import { minute, plus } from '../shared/time.ts';
import { listPublished } from './list-published.ts';
import { sayNews } from './say-news.ts';

/** What is published within so long of news is gathered. */
const gathers = 2 * minute;

/**
 * Tells the customer, in its own place and unasked, what somebody has just published; what follows within two minutes is
 * one more message at their end, because nobody notices that an older one was changed. Returns the place's id, or null
 * where there is none to tell it in: then it is read when somebody asks.
 */
export async function tellNews(trip: Trip, customerId: string): Promise<string | null> {
  const { tx, now } = trip;
  const place = await findToldPlace(tx, customerId);
  if (!place) return null;
  const newest = await tx.message.findFirst({
    where: {
      customerId,
      toPlaceId: place.id,
      name: 'news',
      createdAt: { gt: plus(now, -gathers) },
    },
    orderBy: { seq: 'desc' },
    select: { key: true, createdAt: true, sentRevision: true, state: true },
  });
  const isLeaving = newest !== null && (newest.sentRevision > 0 || newest.state !== 'waiting');
  if (isLeaving) {
    await gather(trip, customerId, plus(newest.createdAt, gathers));
    return place.id;
  }
  const recordedAt = { gte: newest?.createdAt ?? now, lte: now };
  const facts = await listPublished(trip, customerId, { recordedAt });
  const said = await sayNews(trip, {
    customerId,
    placeId: place.id,
    facts,
    into: newest?.key ?? null,
  });
  return said ? place.id : null;
}

/** Leaves what was published to the end of the two minutes; an earlier end stands. */
async function gather({ tx }: Trip, customerId: string, dueAt: Date): Promise<void> {
  await tx.telling.updateMany({ where: { customerId, dueAt: null }, data: { dueAt } });
}
