import type { Trip } from '../shared/database.ts';
import { closeFeeds } from './close-feeds.ts';
import { hashFeed } from './feed-token.ts';

export interface FeedWish {
  /** Who asks for it. */
  readonly personId: string;
  /** Everybody's shifts on this schedule, or the plan of this customer; both null = their own shifts. */
  readonly scheduleId: string | null;
  readonly customerId: string | null;
}

/** A new secret address of a calendar; the one before it shows nothing any more. Returns its token, the only time it can be seen. */
export async function openFeed(
  trip: Trip,
  wish: FeedWish,
): Promise<{ readonly token: string; readonly replaced: number }> {
  const { tx, now, random } = trip;
  const { personId, scheduleId, customerId } = wish;
  const replaced = await closeFeeds(trip, customerId ? { customerId } : { personId, scheduleId });
  const token = `${random.id()}${random.id()}`;
  await tx.calendarFeed.create({ data: { hash: hashFeed(token), ...wish, createdAt: now } });
  return { token, replaced };
}
