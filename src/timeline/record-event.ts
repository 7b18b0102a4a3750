import { z } from 'zod';
import type { Json, Trip } from '../shared/database.ts';
import { statement } from '../shared/statement.ts';
import { type EventKind, isToldOutside, type Visibility } from './event.ts';

export interface NewFact {
  readonly customerId: string;
  readonly kind: EventKind;
  readonly visibility: Visibility;
  readonly text: string;
  /** When it happened; now when left out. */
  readonly at?: Date;
  readonly transitionId?: string | null;
  readonly authorId?: string | null;
  /** The sender's own id for it; the same id for the same customer is recorded once. */
  readonly externalId?: string;
  readonly data?: Json;
}

const append = statement(
  'record-event',
  `INSERT INTO event (id, "customerId", "transitionId", kind, visibility, at, "recordedAt", text, "authorId", "externalId", data, "tellDueAt")
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::jsonb, $12)`,
  z.never(),
);

/** Appends one fact and returns its id; a repeated `externalId` returns the first one's id and writes nothing. */
export async function recordEvent(trip: Trip, fact: NewFact): Promise<string> {
  const { tx, now, random } = trip;
  const { customerId, externalId } = fact;
  if (externalId !== undefined) {
    const known = await tx.event.findUnique({
      where: { customerId_externalId: { customerId, externalId } },
      select: { id: true },
    });
    if (known) return known.id;
  }
  const id = random.id();
  const { transitionId = null, kind, visibility, at = now, text, authorId = null, data } = fact;
  await trip.run(append, [
    ...[id, customerId, transitionId, kind, visibility, at, now, text, authorId],
    ...[externalId ?? null, JSON.stringify(data ?? {}), await tellDueAt({ tx, now }, kind)],
  ]);
  return id;
}

/** Other systems are told of it afterwards, where there are any; which ones is nothing a fact waits for. */
async function tellDueAt(
  { tx, now }: Pick<Trip, 'tx' | 'now'>,
  kind: EventKind,
): Promise<Date | null> {
  if (!isToldOutside(kind)) return null;
  return (await tx.webhook.count()) > 0 ? now : null;
}
