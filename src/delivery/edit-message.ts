import { isDeepStrictEqual } from 'node:util';
import type { Json, Trip, Tx } from '../shared/database.ts';
import type { Card } from './card.ts';
import { findReadableCard } from './find-readable-card.ts';
import { getReaderZone } from './get-reader-zone.ts';
import { lockMessage, type MessageRow } from './lock-message.ts';
import type { MessageChange } from './message-state.ts';
import { plainText } from './plain-text.ts';

/**
 * Replaces what the message `key` says, in place on the platform; before it was sent, simply sends the
 * newer words. What had failed or was kept back is tried afresh. Does nothing when there is no such message
 * or it already says so.
 */
export async function editMessage(trip: Trip, key: string, composed: Card): Promise<void> {
  const { tx, now } = trip;
  const message = await lockMessage(trip, key);
  if (!message || message.state === 'withdrawn') return;
  const to = message.toPlaceId
    ? { placeId: message.toPlaceId }
    : { personId: message.toPersonId ?? '' };
  const card = await findReadableCard(trip, to, composed);
  if (isDeepStrictEqual(message.card, JSON.parse(JSON.stringify(card)))) return;
  const timeZone = await getReaderZone(trip, to);
  await tx.message.update({
    where: { key },
    data: {
      card: card as unknown as Json,
      text: plainText(card, { timeZone, now }),
      audience: card.audience,
      revision: { increment: 1 },
      ...(await howToGoOn(trip, message)),
    },
  });
}

/** What the newer words change in the way the message is sent. */
async function howToGoOn({ tx, now }: Trip, message: MessageRow): Promise<MessageChange> {
  switch (message.state) {
    case 'sent':
    case 'waiting':
      return { state: 'waiting', dueAt: now };
    case 'failed':
    case 'parked': {
      const isDoubtful = message.sentRevision === 0 && (await mayHaveArrived(tx, message.id));
      // Only a page may be said a second time.
      if (isDoubtful && message.lane !== 'pages') return {};
      const isRepeat = message.isRepeat || isDoubtful;
      return { state: 'waiting', dueAt: now, tries: 0, reason: null, isRepeat };
    }
    default:
      // It is on its way: whoever records its result finds the newer words.
      return {};
  }
}

/** The last try of a message that was never sent ended in the dark. */
async function mayHaveArrived(tx: Tx, messageId: string): Promise<boolean> {
  const last = await tx.attempt.findFirst({ where: { messageId }, orderBy: { fence: 'desc' } });
  return last !== null && last.outcome !== 'retry' && last.outcome !== 'refused';
}
