import type { Card } from '../delivery/card.ts';
import type { Trip } from '../shared/database.ts';
import { askForNews } from './ask-for-news.ts';
import { getSituation } from './get-situation.ts';
import { situationCard } from './situation-card.ts';

export interface SituationQuestion {
  readonly customerId: string;
  readonly personId: string | null;
  readonly placeId: string | null;
  readonly threadOf: string | null;
}

/**
 * Answers "what's happening now?" from shared facts. When the window is open and the news is old it
 * says so, asks for news (once), and whoever asked is told when it comes.
 */
export async function answerSituation(
  trip: Trip,
  { customerId, personId, placeId, threadOf }: SituationQuestion,
): Promise<Card<'shared'>> {
  const situation = await getSituation(trip, customerId);
  const { freshness } = situation;
  if (freshness.kind === 'fresh') return situationCard(situation, null);
  const isReachable = personId !== null || placeId !== null;
  const asker = isReachable ? { personId, placeId, threadOf, askedAt: trip.now } : null;
  const asked = await askForNews(trip, { customerId, asker, last: freshness.last });
  return situationCard(situation, asked);
}
