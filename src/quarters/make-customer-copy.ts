import { findSharedPlace } from '../customers/find-places.ts';
import { findReaderLanguage } from '../delivery/find-readable-card.ts';
import { inLanguage } from '../delivery/in-language.ts';
import type { Trip } from '../shared/database.ts';
import type { FoundReview } from './find-review.ts';
import { documentCard, headOf, type ReviewCopy } from './review-copy.ts';

/** What the customer is given: in the language of their place, and nothing but what they may read. Null where there is nothing. */
export async function makeCustomerCopy(
  trip: Trip,
  found: FoundReview,
): Promise<ReviewCopy<'shared'> | null> {
  const card = documentCard(found);
  if (!card) return null;
  const { id, leaderId } = found.customer;
  const place = await findSharedPlace(trip.tx, id);
  const to = place ? { placeId: place.id } : { personId: leaderId ?? '' };
  const language = await findReaderLanguage(trip, { to, card });
  const read = language ? (inLanguage(card, language) ?? card) : card;
  return { audience: 'shared', ...headOf(trip.now, found), card: read, own: [] };
}
