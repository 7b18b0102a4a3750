import { getCustomer } from '../customers/find-customer.ts';
import { writtenText } from '../delivery/plain-text.ts';
import type { Trip } from '../shared/database.ts';
import { eventKinds } from '../timeline/event.ts';
import { tellWebhooks } from './tell-webhooks.ts';

/** Engine handler: other systems are told of a fact, each of them once. Its times are written on the customer's clock. */
export async function tellFact(trip: Trip, eventId: string): Promise<void> {
  const { tx, now } = trip;
  const event = await tx.event.update({ where: { id: eventId }, data: { tellDueAt: null } });
  const { customerId, at, transitionId, authorId } = event;
  const type = eventKinds.find(kind => kind === event.kind);
  if (!type) return;
  const { timeZone } = await getCustomer(tx, customerId);
  await tellWebhooks(trip, {
    type,
    customerId,
    visibility: event.visibility === 'shared' ? 'shared' : 'internal',
    key: eventId,
    at,
    data: {
      id: eventId,
      transition: transitionId,
      text: writtenText(event.text, { timeZone, now }),
      author: authorId,
      recordedAt: event.recordedAt.toISOString(),
    },
  });
}
