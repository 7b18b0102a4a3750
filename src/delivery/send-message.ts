import { z } from 'zod';
import type { Trip } from '../shared/database.ts';
import { statement } from '../shared/statement.ts';
import type { Draft } from './draft.ts';
import { findReaderLanguage, readableCard } from './find-readable-card.ts';
import { getReaderZone } from './get-reader-zone.ts';
import { plainText } from './plain-text.ts';

const idRow = z.object({ id: z.string() });

const write = statement(
  'write-message',
  `INSERT INTO message (id, key, name, lane, audience, "customerId", "toPlaceId", "toPersonId", via, address, "threadOf",
     under, card, text, language, "notAfter", state, "createdAt", "dueAt")
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, 'waiting', $17, $17)
   ON CONFLICT (key) DO NOTHING RETURNING id`,
  idRow,
);

const known = statement('known-message', 'SELECT id FROM message WHERE key = $1', idRow);

/** Puts one message into the outbox of this trip and returns its id. The same key twice does nothing the second time. */
export async function sendMessage(trip: Trip, draft: Draft): Promise<string> {
  const { now, random } = trip;
  const { key, lane, to, via = 'chat', address = null, notAfter = null } = draft;
  const { threadOf = null, under = null } = draft;
  const timeZone = await getReaderZone(trip, to);
  const language = await findReaderLanguage(trip, draft);
  const card = readableCard(draft.card, language);
  const id = random.id();
  const place = 'placeId' in to ? to.placeId : null;
  const person = 'personId' in to ? to.personId : null;
  const said = [JSON.stringify(card), plainText(card, { timeZone, now })];
  const { name, audience, customerId } = draft.card;
  const about = [name, lane, audience, customerId];
  const [row] = await trip.run(write, [
    ...[id, key, ...about, place, person, via, address, threadOf, under],
    ...[...said, language, notAfter, now],
  ]);
  const [standing] = row ? [row] : await trip.run(known, [key]);
  trip.lanes.add(lane);
  return standing?.id ?? id;
}
