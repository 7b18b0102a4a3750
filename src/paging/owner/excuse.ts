import type { Trip } from '../../shared/database.ts';
import type { Page } from '../page/page.ts';
import { answerStaleAsk } from './answer-stale-ask.ts';

/** Whoever passes a page on, and whoever had it, is no longer expected to answer. */
export async function excuse(trip: Trip, page: Page, byId: string): Promise<void> {
  const ids = page.ownerId ? [byId, page.ownerId] : [byId];
  await trip.tx.pageCall.updateMany({
    where: { pageId: page.id, personId: { in: ids }, state: { in: ['planned', 'called'] } },
    data: { state: 'stood-down', dueAt: null },
  });
  await answerStaleAsk(trip, page, byId);
}
