import type { Trip } from '../shared/database.ts';
import { closeFeeds } from './close-feeds.ts';
import { hashFeed } from './feed-token.ts';

export interface FeedWish {
  readonly personId: string;
  /** Everybody's shifts on this schedule; null = their own on all of them. */
  readonly scheduleId: string | null;
}

/** A new secret address of a calendar; the one before it shows nothing any more. Returns its token, the only time it can be seen. */
export async function openFeed(
  trip: Trip,
  { personId, scheduleId }: FeedWish,
): Promise<{ readonly token: string; readonly replaced: number }> {
  const { tx, now, random } = trip;
  const replaced = await closeFeeds(trip, { personId, scheduleId });
  const token = `${random.id()}${random.id()}`;
  await tx.calendarFeed.create({
    data: { hash: hashFeed(token), personId, scheduleId, createdAt: now },
  });
  return { token, replaced };
}
