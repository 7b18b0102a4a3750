import { getCustomer } from '../customers/find-customer.ts';
import { findSharedPlace } from '../customers/find-places.ts';
import { sendMessage } from '../delivery/send-message.ts';
import type { Trip } from '../shared/database.ts';
import { instantText } from '../shared/instant-text.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { endMissedPage } from './end-missed-page.ts';
import { bare, firstLook, promiseFrom } from './promise.ts';
import { movedCard } from './promise-card.ts';

export interface MovedPromise {
  readonly promiseId: string;
  readonly to: Date;
  /** What whoever was promised it reads as the reason. */
  readonly why: string;
  readonly byId: string;
}

/**
 * Gives a promise that is still owed another time, with the reason; whoever knows of it is told, once for each new time. One
 * that was missed already is owed again, and stays counted as missed.
 */
export async function movePromise(
  trip: Trip,
  { promiseId, to, why, byId }: MovedPromise,
): Promise<'moved' | 'already' | 'not-found'> {
  const { tx, now } = trip;
  await tx.$queryRaw`SELECT id FROM promise WHERE id = ${promiseId} FOR UPDATE`;
  const row = await tx.vendorPromise.findUnique({ where: { id: promiseId } });
  if (!row) return 'not-found';
  const promise = promiseFrom(row);
  const { customerId, promisedFor: from } = promise;
  const isOwed = promise.state === 'open' || promise.state === 'missed';
  if (!isOwed || from.getTime() === to.getTime()) return 'already';
  await tx.vendorPromise.update({
    where: { id: promiseId },
    data: { state: 'open', promisedFor: to, moves: row.moves + 1, dueAt: firstLook(now, to) },
  });
  await recordEvent(trip, {
    customerId,
    kind: 'promise.moved',
    visibility: promise.visibility,
    authorId: byId,
    text: `Moved: ${bare(promise.text)}, now by ${instantText(to)} instead of ${instantText(from)}, because ${bare(why)}.`,
    data: { promiseId, isLate: promise.state === 'missed' },
  });
  const place = promise.visibility === 'shared' ? await findSharedPlace(tx, customerId) : null;
  if (place && promise.visibility === 'shared') {
    await sendMessage(trip, {
      key: `promise-moved:${promiseId}:${to.getTime()}`,
      lane: 'replies',
      to: { placeId: place.id },
      card: movedCard(promise, { to, why, isLate: promise.state === 'missed' }),
    });
  }
  const customer = await getCustomer(tx, customerId);
  await endMissedPage(trip, customer, { byId, note: `Moved: ${bare(promise.text)}.` });
  return 'moved';
}
