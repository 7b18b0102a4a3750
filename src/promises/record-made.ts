import { internal, time } from '../delivery/audience.ts';
import { asFact } from '../delivery/fact-words.ts';
import type { Trip } from '../shared/database.ts';
import type { Visibility } from '../timeline/event.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { bare } from './promise.ts';

export interface NewPromise {
  readonly customerId: string;
  readonly text: string;
  readonly byId: string | null;
  readonly promisedFor: Date;
  readonly visibility: Visibility;
}

/** Writes down the fact that something was promised. */
export async function recordMade(trip: Trip, promiseId: string, made: NewPromise): Promise<void> {
  const said = internal`We promised: ${bare(made.text)}, by ${time(made.promisedFor)}.`;
  const { text, says } = asFact(said);
  await recordEvent(trip, {
    customerId: made.customerId,
    kind: 'promise.made',
    visibility: made.visibility,
    authorId: made.byId,
    text,
    data: { promiseId, says },
  });
}
