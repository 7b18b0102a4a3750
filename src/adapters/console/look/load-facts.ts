import type { Trip } from '../../../shared/database.ts';
import type { TimelineEvent } from '../../../timeline/event.ts';
import { listEvents, listSharedEvents } from '../../../timeline/list-events.ts';

/** Which facts somebody wants to read. */
export interface FactsWish {
  readonly isShared: boolean;
  /** Only those before it; null = the newest. */
  readonly before: Date | null;
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
  { isShared, before }: FactsWish,
): Promise<ShownFact[]> {
  const which = { limit: factsAtOnce, ...(before && { until: before }) };
  const events = isShared
    ? await listSharedEvents(trip, customerId, which)
    : await listEvents(trip, customerId, which);
  const ids = events.flatMap(({ authorId }) => authorId ?? []);
  const authors = await trip.tx.person.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  const names = new Map(authors.map(({ id, name }) => [id, name]));
  return events.map(event => ({
    event,
    authorName: event.authorId && (names.get(event.authorId) ?? event.authorId),
  }));
}
