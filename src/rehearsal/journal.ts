import type { Clock } from '../shared/clock.ts';
import type { Database } from '../shared/database.ts';
import type { CarrierWord } from './carrier.ts';
import type { Cast } from './cast.ts';
import type { DeliveryLine, EventLine, MessageLine } from './line.ts';
import { listNewEvents, type WrittenFact } from './list-new-events.ts';
import type { Shown, TranscriptSurface } from './transcript-surface.ts';

export interface JournalParts {
  readonly cast: Cast;
  readonly database: Database;
  readonly clock: Clock;
  readonly surface: TranscriptSurface;
}

/** Reads what happened since it was last asked: first the new facts, then the messages, each in the order of writing. */
export function createJournal({ cast, database, clock, surface }: JournalParts) {
  let lastSeq = 0n;
  return {
    async read(): Promise<(EventLine | MessageLine)[]> {
      const facts = await listNewEvents(database, lastSeq);
      lastSeq = facts.at(-1)?.seq ?? lastSeq;
      const at = clock.now();
      const shown = await inOrder(database, surface.take());
      return [
        ...facts.map(fact => eventLine(fact, cast)),
        ...shown.map(one => messageLine(one, cast, at)),
      ];
    },
  };
}

/** The lanes send side by side; in a transcript messages stand in the order in which they were written. */
async function inOrder({ client }: Database, shown: Shown[]): Promise<Shown[]> {
  if (shown.length < 2) return shown;
  const rows = await client.message.findMany({
    where: { id: { in: shown.map(({ messageId }) => messageId) } },
    select: { id: true, seq: true },
  });
  const place = new Map(rows.map(({ id, seq }) => [id, Number(seq)]));
  return shown.toSorted((a, b) => (place.get(a.messageId) ?? 0) - (place.get(b.messageId) ?? 0));
}

function eventLine(fact: WrittenFact, cast: Cast): EventLine {
  const { customerId, kind, visibility, recordedAt, text } = fact;
  const timeZone = zoneOf(customerId, cast);
  return {
    kind: 'event',
    at: recordedAt,
    zone: timeZone,
    customer: customerId,
    event: kind,
    visibility,
    text,
  };
}

function messageLine(shown: Shown, cast: Cast, at: Date): MessageLine {
  const { messageId, to, via, card, text, readerZone, edited } = shown;
  const customer =
    card.customerId ?? cast.places.get(to)?.customerId ?? cast.people.get(to)?.customerId ?? null;
  return {
    kind: 'message',
    at,
    zone: zoneOf(customer, cast),
    messageId,
    to,
    customer,
    audience: card.audience,
    via,
    message: card.name,
    text,
    // A text message and a phone call have no buttons to press.
    actions: via === 'chat' ? (card.actions ?? []) : [],
    edited,
    before: null,
    readerZone,
  };
}

/** A carrier's word as a line of the transcript. */
export function deliveryLine(
  { messageId, to, via, outcome }: CarrierWord,
  { cast, at }: { readonly cast: Cast; readonly at: Date },
): DeliveryLine {
  const zone = zoneOf(cast.people.get(to)?.customerId ?? null, cast);
  return { kind: 'delivery', at, zone, messageId, to, via, outcome };
}

/** The customer's own zone, in which a line is stamped; the first customer's when it is about none. */
export function zoneOf(customerId: string | null, cast: Cast): string {
  return cast.customers.get(customerId ?? '')?.timeZone ?? cast.timeZone;
}
