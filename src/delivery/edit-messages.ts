import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Trip, Tx } from '../shared/database.ts';
import { statement } from '../shared/statement.ts';
import type { Card } from './card.ts';
import { readableCard } from './find-readable-card.ts';
import { getReaderZone } from './get-reader-zone.ts';
import { lockMessages } from './lock-message.ts';
import type { SendableMessage } from './message-row.ts';
import type { MessageChange } from './message-state.ts';
import { plainText } from './plain-text.ts';

/** What a message is to say from now on. */
export interface Edit {
  readonly key: string;
  readonly card: Card;
}

const save = statement(
  'edit-messages',
  `UPDATE message SET card = new.card, text = new.text, audience = new.audience, revision = message.revision + 1,
     state = new.state::"MessageState", "dueAt" = new."dueAt", tries = new.tries, reason = new.reason, "isRepeat" = new."isRepeat"
   FROM jsonb_to_recordset($1::jsonb) AS new (key text, card jsonb, text text, audience text, state text,
     "dueAt" timestamptz, tries int, reason text, "isRepeat" boolean)
   WHERE message.key = new.key`,
  z.never(),
);

/**
 * Replaces what messages say, in place on the platform; one that was not sent yet simply says the newer words. What had
 * failed or was kept back is tried afresh. Where there is no such message, or it already says so, nothing happens.
 * Returns the keys of those that there are.
 */
export async function editMessages(trip: Trip, edits: readonly Edit[]): Promise<Set<string>> {
  if (edits.length === 0) return new Set();
  const cards = new Map(edits.map(({ key, card }) => [key, card]));
  const changes: object[] = [];
  const messages = await lockMessages(trip, [...cards.keys()]);
  for (const message of messages) {
    const card = cards.get(message.key);
    const change = card && (await changeOf(trip, message, card));
    if (!change) continue;
    changes.push({ key: message.key, ...change });
    trip.lanes.add(message.lane);
  }
  if (changes.length > 0) await trip.run(save, [JSON.stringify(changes)]);
  return new Set(messages.map(({ key }) => key));
}

/** The columns that become different; null when nothing does. */
async function changeOf(
  trip: Trip,
  message: SendableMessage,
  composed: Card,
): Promise<object | null> {
  if (message.state === 'withdrawn') return null;
  const to = message.toPlaceId
    ? { placeId: message.toPlaceId }
    : { personId: message.toPersonId ?? '' };
  // It stays in the language it was first said in, whoever wrote since.
  const card = readableCard(composed, message.language);
  if (isDeepStrictEqual(message.card, JSON.parse(JSON.stringify(card)))) return null;
  const timeZone = await getReaderZone(trip, to);
  const { state, dueAt, tries, reason, isRepeat } = message;
  return {
    card,
    text: plainText(card, { timeZone, now: trip.now }),
    audience: card.audience,
    ...{ state, dueAt, tries, reason, isRepeat },
    ...(await howToGoOn(trip, message)),
  };
}

/** What the newer words change in the way the message is sent. */
async function howToGoOn({ tx, now }: Trip, message: SendableMessage): Promise<MessageChange> {
  switch (message.state) {
    case 'sent':
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
      // It has its time already, or is on its way: whoever records its result finds the newer words.
      return {};
  }
}

/** The last try of a message that was never sent ended in the dark. */
async function mayHaveArrived(tx: Tx, messageId: string): Promise<boolean> {
  const last = await tx.attempt.findFirst({ where: { messageId }, orderBy: { fence: 'desc' } });
  return last !== null && last.outcome !== 'retry' && last.outcome !== 'refused';
}
