import type { Trip } from '../shared/database.ts';

/** Whose addresses: a customer's, whoever asked for them; else one or all of somebody's own. */
export type Feeds =
  | { readonly customerId: string }
  /** `scheduleId` left out, all of theirs; null, that of their own shifts. */
  | { readonly personId: string; readonly scheduleId?: string | null };

/** Ends secret addresses of calendars; returns how many. */
export async function closeFeeds({ tx }: Trip, which: Feeds): Promise<number> {
  const { count } = await tx.calendarFeed.deleteMany({ where: { customerId: null, ...which } });
  return count;
}
