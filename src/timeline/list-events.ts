import { z } from 'zod';
import type { Trip } from '../shared/database.ts';
import { statement } from '../shared/statement.ts';
import { type EventKind, openly, type SharedEvent, type TimelineEvent } from './event.ts';

/** A fact as its table holds it. */
export const eventRow = z.object({
  id: z.string(),
  customerId: z.string(),
  transitionId: z.string().nullable(),
  kind: z.string(),
  visibility: z.string(),
  at: z.date(),
  text: z.string(),
  authorId: z.string().nullable(),
  data: z.unknown(),
});

type EventRow = z.infer<typeof eventRow>;

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

/** PostgreSQL walks the index in order only for a single visibility, and would otherwise sort the whole timeline. */
const newestOf = (visibility: string) =>
  `(SELECT * FROM event WHERE "customerId" = $1 AND visibility = '${visibility}' AND at BETWEEN $2 AND $3
     AND ($4::text[] IS NULL OR kind = ANY ($4)) ORDER BY at DESC, seq DESC LIMIT $5)`;

const columns = '"id", "customerId", "transitionId", kind, visibility, at, text, "authorId", data';

const listShared = statement(
  'list-shared-events',
  `SELECT ${columns} FROM ${newestOf('shared')} AS own ORDER BY at DESC, seq DESC`,
  eventRow,
);

const listAll = statement(
  'list-events',
  `SELECT ${columns} FROM (${newestOf('shared')} UNION ALL ${newestOf('internal')}) AS own
   ORDER BY at DESC, seq DESC LIMIT $5`,
  eventRow,
);

/** The newest shared facts of one customer, newest first. */
export async function listSharedEvents(
  { run }: Pick<Trip, 'run'>,
  customerId: string,
  which: Which,
): Promise<SharedEvent[]> {
  const rows = await run(listShared, valuesOf(customerId, which));
  return rows.map(eventFrom).filter(event => event.visibility === 'shared');
}

/** The newest facts of one customer, internal ones included, newest first. For vendor readers only. */
export async function listEvents(
  { run }: Pick<Trip, 'run'>,
  customerId: string,
  which: Which,
): Promise<TimelineEvent[]> {
  const rows = await run(listAll, valuesOf(customerId, which));
  return rows.map(eventFrom);
}

const [always, forever] = [new Date(0), new Date('9999-12-31T00:00:00Z')];

function valuesOf(customerId: string, { kinds, since, until, limit }: Which): unknown[] {
  return [customerId, since ?? always, until ?? forever, kinds ? [...kinds] : null, limit];
}
