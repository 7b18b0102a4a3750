import type { Trip } from '../../../shared/database.ts';
import { type EventKind, eventKinds, type TimelineEvent } from '../../../timeline/event.ts';
import { eventFrom, listEvents, listSharedEvents } from '../../../timeline/list-events.ts';

/** Which facts somebody may want to read alone, by the name of the choice. */
export const factKinds = {
  pages: kindsOf('page.'),
  plan: [...kindsOf('milestone.'), ...kindsOf('window.'), 'phase.changed'],
  'check-ins': [...kindsOf('check-in.'), 'cadence.changed', ...kindsOf('graduation.')],
  owed: [...kindsOf('promise.'), ...kindsOf('task.'), 'request.approved'],
  words: ['note', 'external', 'feedback', ...kindsOf('survey.'), ...kindsOf('news.')],
} as const satisfies Readonly<Record<string, readonly EventKind[]>>;
export type FactKinds = keyof typeof factKinds;

function kindsOf(prefix: string): EventKind[] {
  return eventKinds.filter(kind => kind.startsWith(prefix));
}

/** Which facts somebody wants to read. */
export interface FactsWish {
  readonly isShared: boolean;
  /** Facts of one kind; null = every kind. */
  readonly only: FactKinds | null;
  /** Only those before it; null = the newest. */
  readonly before: Date | null;
  /** The fact that somebody wants to publish or to set right; null = none. */
  readonly quoted: string | null;
}

/** A fact with the name of whoever it comes from. */
export interface ShownFact {
  readonly event: TimelineEvent;
  readonly authorName: string | null;
}

export const factsAtOnce = 40;

/** Facts about a customer, the newest first. */
export async function loadFacts(
  trip: Pick<Trip, 'tx' | 'run'>,
  customerId: string,
  { isShared, only, before }: FactsWish,
): Promise<ShownFact[]> {
  const which = {
    limit: factsAtOnce,
    ...(before && { until: before }),
    ...(only && { kinds: factKinds[only] }),
  };
  const events = isShared
    ? await listSharedEvents(trip, customerId, which)
    : await listEvents(trip, customerId, which);
  return withAuthors(trip, events);
}

/** A fact of this customer that somebody points at; null where it has none such. */
export async function findQuoted(
  trip: Pick<Trip, 'tx'>,
  customerId: string,
  id: string | null,
): Promise<ShownFact | null> {
  const row = id === null ? null : await trip.tx.event.findFirst({ where: { id, customerId } });
  const [shown] = row ? await withAuthors(trip, [eventFrom(row)]) : [];
  return shown ?? null;
}

async function withAuthors(
  { tx }: Pick<Trip, 'tx'>,
  events: readonly TimelineEvent[],
): Promise<ShownFact[]> {
  const ids = events.flatMap(({ authorId }) => authorId ?? []);
  const authors = await tx.person.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  const names = new Map(authors.map(({ id, name }) => [id, name]));
  return events.map(event => ({
    event,
    authorName: event.authorId && (names.get(event.authorId) ?? event.authorId),
  }));
}
