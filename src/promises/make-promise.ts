import type { Trip } from '../shared/database.ts';
import { firstLook } from './promise.ts';
import { type NewPromise, recordMade } from './record-made.ts';

/** Writes down what we said we would do and watches its time; returns the promise's id. */
export async function makePromise(trip: Trip, promise: NewPromise): Promise<string> {
  const { tx, now, random } = trip;
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
  await recordMade(trip, id, promise);
  return id;
}
