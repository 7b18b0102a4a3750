import type { Trip } from '../shared/database.ts';
import { firstLook, promiseFrom } from './promise.ts';
import { recordMade } from './record-made.ts';

/** What whoever wrote it wants of a promise that we heard. */
export type OfferAnswer =
  | { readonly kind: 'note'; readonly visibility: 'internal' | 'shared'; readonly by?: Date }
  | { readonly kind: 'drop' };

/** Notes a promise that was offered, or drops it; `already` when that was settled before. */
export async function settleOffer(
  trip: Trip,
  promiseId: string,
  answer: OfferAnswer,
): Promise<'noted' | 'dropped' | 'already'> {
  const { tx, now } = trip;
  await tx.$queryRaw`SELECT id FROM promise WHERE id = ${promiseId} FOR UPDATE`;
  const row = await tx.vendorPromise.findUniqueOrThrow({ where: { id: promiseId } });
  if (row.state !== 'offered') return 'already';
  if (answer.kind === 'drop') {
    const data = { state: 'withdrawn', closedAt: now, dueAt: null };
    await tx.vendorPromise.update({ where: { id: promiseId }, data });
    return 'dropped';
  }
  const { visibility } = answer;
  const promisedFor = answer.by ?? row.promisedFor;
  const dueAt = firstLook(now, promisedFor);
  const noted = await tx.vendorPromise.update({
    where: { id: promiseId },
    data: { state: 'open', visibility, promisedFor, dueAt },
  });
  await recordMade(trip, promiseId, promiseFrom(noted));
  return 'noted';
}
