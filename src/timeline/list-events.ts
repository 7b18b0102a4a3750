import type { Tx } from '../shared/database.ts';
import { type EventKind, openly, type SharedEvent, type TimelineEvent } from './event.ts';

interface EventRow {
  id: string;
  customerId: string;
  transitionId: string | null;
  kind: string;
  visibility: string;
  at: Date;
  text: string;
  authorId: string | null;
  data: unknown;
}

/** A stored row as a fact. Anything not plainly marked shared is internal. */
export function eventFrom(row: EventRow): TimelineEvent {
  const fact = {
    id: row.id,
    customerId: row.customerId,
    transitionId: row.transitionId,
    kind: row.kind as EventKind,
    at: row.at,
    authorId: row.authorId,
    data: (row.data ?? {}) as Record<string, unknown>,
  };
  if (row.visibility === 'shared') return { ...fact, visibility: 'shared', text: openly(row.text) };
  return { ...fact, visibility: 'internal', text: row.text };
}

export interface Which {
  readonly kinds?: readonly EventKind[];
  readonly since?: Date;
  readonly until?: Date;
  readonly limit: number;
}

/** The newest shared facts of one customer, newest first. */
export async function listSharedEvents(
  tx: Tx,
  customerId: string,
  which: Which,
): Promise<SharedEvent[]> {
  const events = await listEvents(tx, customerId, { ...which, visibility: 'shared' });
  return events.filter(event => event.visibility === 'shared');
}

/** The newest facts of one customer, internal ones included, newest first. For vendor readers only. */
export async function listEvents(
  tx: Tx,
  customerId: string,
  which: Which & { readonly visibility?: 'shared' },
): Promise<TimelineEvent[]> {
  // One query for each visibility: PostgreSQL walks the index in order only for a single value, and
  // would otherwise sort the whole timeline.
  const shared = await findRows(tx, customerId, { ...which, visibility: 'shared' });
  if (which.visibility === 'shared') return shared.map(eventFrom);
  const internal = await findRows(tx, customerId, { ...which, visibility: 'internal' });
  return [...shared, ...internal]
    .sort((a, b) => b.at.getTime() - a.at.getTime() || (a.seq < b.seq ? 1 : -1))
    .slice(0, which.limit)
    .map(eventFrom);
}

function findRows(tx: Tx, customerId: string, which: Which & { readonly visibility: string }) {
  return tx.event.findMany({
    where: {
      customerId,
      visibility: which.visibility,
      kind: which.kinds ? { in: [...which.kinds] } : undefined,
      at: { gte: which.since, lte: which.until },
    },
    orderBy: [{ at: 'desc' }, { seq: 'desc' }],
    take: which.limit,
  });
}
