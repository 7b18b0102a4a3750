import { getCustomer } from '../customers/find-customer.ts';
import { internal } from '../delivery/audience.ts';
import { asFact } from '../delivery/fact-words.ts';
import type { Trip } from '../shared/database.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { endMissedPage } from './end-missed-page.ts';
import { bare, promiseFrom } from './promise.ts';

/** Marks a promise as kept, late or not, and says so to whoever knows of it. Twice does nothing. */
export async function keepPromise(
  trip: Trip,
  { promiseId, byId }: { readonly promiseId: string; readonly byId: string | null },
): Promise<'kept' | 'already' | 'not-found'> {
  const { tx, now } = trip;
  // Two people saying so at once: the second one finds it kept.
  await tx.$queryRaw`SELECT id FROM promise WHERE id = ${promiseId} FOR UPDATE`;
  const row = await tx.vendorPromise.findUnique({ where: { id: promiseId } });
  if (!row) return 'not-found';
  const promise = promiseFrom(row);
  if (promise.state !== 'open' && promise.state !== 'missed') return 'already';
  await tx.vendorPromise.update({
    where: { id: promiseId },
    data: { state: 'kept', closedAt: now, dueAt: null },
  });
  const isLate = promise.promisedFor < now;
  const said = isLate
    ? internal`Done, later than promised: ${bare(promise.text)}.`
    : internal`Done: ${bare(promise.text)}.`;
  const { text, says } = asFact(said);
  await recordEvent(trip, {
    customerId: promise.customerId,
    kind: 'promise.kept',
    visibility: promise.visibility,
    authorId: byId,
    text,
    data: { promiseId, says },
  });
  const customer = await getCustomer(tx, promise.customerId);
  await endMissedPage(trip, customer, { byId, note: `Kept: ${bare(promise.text)}.` });
  return 'kept';
}
