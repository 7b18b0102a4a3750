import { recordEvidence } from '../confidence/record-evidence.ts';
import { getCustomer } from '../customers/find-customer.ts';
import { internal, time } from '../delivery/audience.ts';
import { asFact } from '../delivery/fact-words.ts';
import { raisePage } from '../paging/raise-page.ts';
import type { Trip } from '../shared/database.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { findCurrentTransition } from '../transitions/find-transition.ts';
import { bare, promiseFrom } from './promise.ts';
import { remindOfPromise } from './remind-of-promise.ts';

/** Looks at a promise whose time has come: missed, said honestly, counted, and put in front of the advocate. */
export async function watchPromise(trip: Trip, promiseId: string): Promise<void> {
  const { tx, now } = trip;
  const row = await tx.vendorPromise.findUnique({ where: { id: promiseId } });
  if (!row) return;
  const promise = promiseFrom(row);
  if (promise.state === 'offered') {
    const data = { state: 'withdrawn', closedAt: now, dueAt: null };
    await tx.vendorPromise.update({ where: { id: promiseId }, data });
    return;
  }
  const isDue = promise.state === 'open' && promise.promisedFor <= now;
  if (!isDue) {
    if (promise.state === 'open') await remindOfPromise(trip, promise);
    const dueAt = promise.state === 'open' ? promise.promisedFor : null;
    await tx.vendorPromise.update({ where: { id: promiseId }, data: { dueAt } });
    return;
  }
  await tx.vendorPromise.update({
    where: { id: promiseId },
    data: { state: 'missed', missedAt: row.missedAt ?? now, dueAt: null },
  });
  const customer = await getCustomer(tx, promise.customerId);
  const transition = await findCurrentTransition(tx, customer.id, now);
  const text = bare(promise.text);
  const said = internal`Not done in time: ${text}, promised for ${time(promise.promisedFor)}. It is still owed.`;
  const fact = asFact(said);
  await recordEvent(trip, {
    customerId: customer.id,
    kind: 'promise.missed',
    visibility: promise.visibility,
    at: promise.promisedFor,
    text: fact.text,
    data: { promiseId, automatic: true, says: fact.says },
  });
  await recordEvidence(trip, {
    key: `missed-promise:${promiseId}`,
    customerId: customer.id,
    transitionId: transition?.id ?? null,
    kind: 'missed-promise',
    note: `Promise missed: ${text}.`,
  });
  await raisePage(trip, {
    customerId: customer.id,
    transitionId: transition?.id ?? null,
    raisedBy: 'rule',
    rule: 'missed-promise',
    words: `A promise is overdue: ${text}.`,
    isShared: false,
  });
}
