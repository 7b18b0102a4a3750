import { getCustomer } from '../customers/find-customer.ts';
import { findPerson } from '../customers/find-person.ts';
import { internal, time } from '../delivery/audience.ts';
import { internalCard } from '../delivery/card.ts';
import { sendMessage } from '../delivery/send-message.ts';
import type { Trip } from '../shared/database.ts';
import { newsRequestFrom } from './news-request.ts';

/**
 * After an internal note while somebody waits for news: offers its author (else the advocate) to share
 * it. Returns false when nobody waits or the fact is no internal note, and does nothing then.
 */
export async function offerToPublish(trip: Trip, eventId: string): Promise<boolean> {
  const { tx } = trip;
  const note = await tx.event.findUnique({ where: { id: eventId } });
  if (note?.visibility !== 'internal' || note.publishedAs) return false;
  const row = await tx.newsRequest.findUnique({ where: { openKey: note.customerId } });
  if (!row) return false;
  const { askedAt } = newsRequestFrom(row);
  const customer = await getCustomer(tx, note.customerId);
  const author = await findPerson(tx, note.authorId);
  await sendMessage(trip, {
    key: `offer-publish:${eventId}`,
    lane: 'replies',
    to: { personId: author?.side === 'vendor' ? author.id : customer.advocateId },
    card: internalCard('answer', customer.id, {
      body: [
        internal`${customer.name} has been waiting for news since ${time(askedAt)}. So far your note is internal. Shall I tell them this?`,
        internal`“${note.text}”`,
      ],
      actions: [
        { id: 'note.publish', label: 'Tell the customer', subject: eventId, style: 'primary' },
      ],
      foot: internal`Or in other words: "publish ${customer.id}: …".`,
    }),
  });
  return true;
}
