import type { Json, Trip } from '../shared/database.ts';
import type { Draft } from './draft.ts';
import { findReadableCard } from './find-readable-card.ts';
import { getReaderZone } from './get-reader-zone.ts';
import { plainText } from './plain-text.ts';

/** Puts one message into the outbox of this trip and returns its id. The same key twice does nothing the second time. */
export async function sendMessage(trip: Trip, draft: Draft): Promise<string> {
  const { tx, now, random } = trip;
  const known = await tx.message.findUnique({ where: { key: draft.key }, select: { id: true } });
  if (known) return known.id;
  const timeZone = await getReaderZone(trip, draft.to);
  const card = await findReadableCard(trip, draft.to, draft.card);
  const id = random.id();
  await tx.message.create({
    data: {
      id,
      key: draft.key,
      name: draft.card.name,
      lane: draft.lane,
      audience: draft.card.audience,
      customerId: draft.card.customerId,
      toPlaceId: 'placeId' in draft.to ? draft.to.placeId : null,
      toPersonId: 'personId' in draft.to ? draft.to.personId : null,
      via: draft.via ?? 'chat',
      address: draft.address ?? null,
      threadOf: draft.threadOf ?? null,
      card: card as unknown as Json,
      text: plainText(card, { timeZone, now }),
      state: 'waiting',
      createdAt: now,
      dueAt: now,
      notAfter: draft.notAfter ?? null,
    },
  });
  return id;
}
