import { findInternalPlace } from '../customers/find-places.ts';
import type { Audience, Text } from '../delivery/audience.ts';
import { internalCard } from '../delivery/card.ts';
import { sendMessage } from '../delivery/send-message.ts';
import type { Trip } from '../shared/database.ts';

export interface TeamNews {
  /** Its cause: the same is told once. */
  readonly key: string;
  readonly customerId: string;
  readonly text: Text<Audience>;
}

/** Tells the vendor's own place about a customer what everybody there should know. Nothing where there is no such place. */
export async function tellTeam(trip: Trip, { key, customerId, text }: TeamNews): Promise<void> {
  const place = await findInternalPlace(trip.tx, customerId);
  if (!place) return;
  await sendMessage(trip, {
    key: `team:${key}`,
    lane: 'replies',
    to: { placeId: place.id },
    card: internalCard('course', customerId, { body: [text] }),
  });
}
