import type { Json, Trip } from '../shared/database.ts';
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

/** Appends one fact and returns its id; a repeated `externalId` returns the first one's id and writes nothing. */
export async function recordEvent({ tx, now, random }: Trip, fact: NewFact): Promise<string> {
  const { customerId, externalId } = fact;
  if (externalId !== undefined) {
    const known = await tx.event.findUnique({
      where: { customerId_externalId: { customerId, externalId } },
      select: { id: true },
    });
    if (known) return known.id;
  }
  const id = random.id();
  await tx.event.create({
    data: {
      id,
      customerId,
      transitionId: fact.transitionId ?? null,
      kind: fact.kind,
      visibility: fact.visibility,
      at: fact.at ?? now,
      recordedAt: now,
      text: fact.text,
      authorId: fact.authorId ?? null,
      externalId: externalId ?? null,
      data: fact.data ?? {},
      tellDueAt: await tellDueAt({ tx, now }, fact.kind),
    },
  });
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
