import type { Trip } from '../shared/database.ts';
import type { Visibility } from './event.ts';
import { recordEvent } from './record-event.ts';

/** A fact another system tells us about a customer. */
export interface ExternalFact {
  readonly customerId: string;
  /** The sender's own id for it: the same one again is the same fact. */
  readonly externalId: string;
  readonly text: string;
  readonly visibility: Visibility;
  /** When it happened; now when left out. */
  readonly at?: Date;
  /** The sender's own word for what it is, "ticket" or "deployment". */
  readonly label?: string;
}

/** `repeat`: it was told before, in the same words. `conflict`: the id was used before for other words. */
export interface RecordedFact {
  readonly outcome: 'new' | 'repeat' | 'conflict';
  readonly eventId: string;
}

/** Puts a fact from outside on the timeline, once for each `externalId` of the customer. */
export async function recordExternalEvent(trip: Trip, fact: ExternalFact): Promise<RecordedFact> {
  const { customerId, externalId, text, visibility, at, label } = fact;
  const known = await trip.tx.event.findUnique({
    where: { customerId_externalId: { customerId, externalId } },
  });
  if (known) {
    const isSame = known.text === text && known.visibility === visibility;
    return { outcome: isSame ? 'repeat' : 'conflict', eventId: known.id };
  }
  const eventId = await recordEvent(trip, {
    customerId,
    kind: 'external',
    visibility,
    text,
    at,
    externalId,
    data: label === undefined ? {} : { label },
  });
  return { outcome: 'new', eventId };
}
