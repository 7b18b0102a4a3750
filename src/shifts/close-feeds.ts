import type { Trip } from '../shared/database.ts';

export interface Feeds {
  readonly personId: string;
  /** Left out, all of theirs; null, that of their own shifts. */
  readonly scheduleId?: string | null;
}

/** Ends addresses of somebody's calendars: one of them, or all; returns how many. */
export async function closeFeeds({ tx }: Trip, which: Feeds): Promise<number> {
  const { count } = await tx.calendarFeed.deleteMany({ where: which });
  return count;
}
