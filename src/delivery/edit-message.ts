import { isDeepStrictEqual } from 'node:util';
import type { Json, Trip } from '../shared/database.ts';
import type { Card } from './card.ts';
import { getReaderZone } from './get-reader-zone.ts';
import { plainText } from './plain-text.ts';

/**
 * Replaces what the message `key` says, in place on the platform; before it was sent, simply sends the
 * newer words. Does nothing when there is no such message or it already says so.
 */
export async function editMessage(trip: Trip, key: string, card: Card): Promise<void> {
  const { tx, now } = trip;
  const message = await tx.message.findUnique({ where: { key } });
  if (!message || message.state === 'withdrawn') return;
  if (isDeepStrictEqual(message.card, JSON.parse(JSON.stringify(card)))) return;
  const to = message.toPlaceId
    ? { placeId: message.toPlaceId }
    : { personId: message.toPersonId ?? '' };
  const timeZone = await getReaderZone(trip, to);
  const isFree = message.state === 'sent' || message.state === 'waiting';
  await tx.message.update({
    where: { key },
    data: {
      card: card as unknown as Json,
      text: plainText(card, { timeZone, now }),
      audience: card.audience,
      revision: { increment: 1 },
      state: isFree ? 'waiting' : message.state,
      dueAt: isFree ? now : message.dueAt,
    },
  });
}
