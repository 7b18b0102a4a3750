import type { Trip } from '../shared/database.ts';
import { NotFoundError } from '../shared/errors.ts';
import type { Visibility } from './event.ts';
import { recordEvent } from './record-event.ts';

/** A fact that another system tells about one customer. */
export interface ExternalEvent {
  readonly customerId: string;
  /** The sender's own id; the same id for the same customer is recorded once. */
  readonly externalId: string;
  readonly text: string;
  /** `shared` only when the sender may publish; the caller has checked that. */
  readonly visibility: Visibility;
  /** When it happened there; now when left out. */
  readonly at?: Date;
  /** The sender's own word for what it is: "ticket", "deployment". */
  readonly label?: string;
}

/** `already`: told before. `conflict`: the id was used before for other words; nothing is written. */
export interface Recorded {
  readonly outcome: 'recorded' | 'already' | 'conflict';
  readonly eventId: string;
}

/** Puts another system's fact on the timeline. Idempotent by `externalId`; throws NotFoundError for an unknown customer. */
export async function recordExternalEvent(trip: Trip, event: ExternalEvent): Promise<Recorded> {
  const { customerId, externalId, text, visibility, at, label } = event;
  const customer = await trip.tx.customer.findUnique({
    where: { id: customerId },
    select: { id: true },
  });
  if (!customer) throw new NotFoundError(`There is no customer "${customerId}".`);
  const known = await trip.tx.event.findUnique({
    where: { customerId_externalId: { customerId, externalId } },
    select: { id: true, text: true, visibility: true },
  });
  if (known) {
    const isSame = known.text === text && known.visibility === visibility;
    return { outcome: isSame ? 'already' : 'conflict', eventId: known.id };
  }
  const data = label === undefined ? {} : { label };
  const fact = { customerId, externalId, text, visibility, at, kind: 'external', data } as const;
  return { outcome: 'recorded', eventId: await recordEvent(trip, fact) };
}
