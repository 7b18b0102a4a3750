import { getCustomer } from '../customers/find-customer.ts';
import { internal, time } from '../delivery/audience.ts';
import { asFact } from '../delivery/fact-words.ts';
import type { Trip } from '../shared/database.ts';
import type { Visibility } from '../timeline/event.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { bare, firstLook } from './promise.ts';

export interface NewPromise {
  readonly customerId: string;
  readonly text: string;
  readonly byId: string | null;
  readonly promisedFor: Date;
  readonly visibility: Visibility;
}

/** Writes down what we said we would do and watches its time; returns the promise's id. */
export async function makePromise(trip: Trip, promise: NewPromise): Promise<string> {
  const { tx, now, random } = trip;
  const customer = await getCustomer(tx, promise.customerId);
  const id = random.id();
  await tx.vendorPromise.create({
    data: {
      id,
      ...promise,
      state: 'open',
      madeAt: now,
      dueAt: firstLook(now, promise.promisedFor),
    },
  });
  const said = internal`We promised: ${bare(promise.text)}, by ${time(promise.promisedFor)}.`;
  const { text, says } = asFact(said, { timeZone: customer.timeZone, now });
  await recordEvent(trip, {
    customerId: customer.id,
    kind: 'promise.made',
    visibility: promise.visibility,
    authorId: promise.byId,
    text,
    data: { promiseId: id, says },
  });
  return id;
}
