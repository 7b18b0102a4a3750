import { z } from 'zod';
import { promiseFrom, type SharedPromise } from '../promises/promise.ts';
import type { Trip } from '../shared/database.ts';
import { statement } from '../shared/statement.ts';
import type { SharedEvent } from '../timeline/event.ts';
import { eventFrom, eventRow } from '../timeline/list-events.ts';
import { situationPolicy } from './situation.ts';

const instant = z.coerce.date();

const toldRow = eventRow.extend({ at: instant });

const promiseRow = z.object({
  id: z.string(),
  customerId: z.string(),
  byId: z.string().nullable(),
  state: z.string(),
  visibility: z.string(),
  madeAt: instant,
  promisedFor: instant,
  text: z.string(),
});

const pageRow = z.object({
  state: z.string(),
  ownerId: z.string().nullable(),
  raisedAt: instant,
  acknowledgedAt: instant.nullable(),
});

/** Each part reads a few rows of an index, however long the history is. Only what the customer may read is asked for. */
const sharedFacts = statement(
  'shared-facts',
  `SELECT
     (SELECT coalesce(jsonb_agg(e ORDER BY e.at DESC, e.seq DESC), '[]') FROM (
       SELECT * FROM event WHERE "customerId" = $1 AND visibility = 'shared' AND at <= $2
       ORDER BY at DESC, seq DESC LIMIT $3) e) AS events,
     (SELECT coalesce(jsonb_agg(p ORDER BY p."promisedFor", p.id), '[]') FROM (
       SELECT * FROM promise WHERE "customerId" = $1 AND visibility = 'shared' AND state IN ('open', 'missed')
       ORDER BY "promisedFor", id LIMIT $4) p) AS promises,
     (SELECT to_jsonb(g) FROM page g WHERE "customerId" = $1 AND "resolvedAt" IS NULL AND "isShared"
       ORDER BY "raisedAt" DESC LIMIT 1) AS page`,
  z.object({
    events: z.array(toldRow),
    promises: z.array(promiseRow),
    page: pageRow.nullable(),
  }),
);

export interface SharedFacts {
  /** Newest first. */
  readonly events: readonly SharedEvent[];
  /** What we still owe, the earliest first. */
  readonly promises: readonly SharedPromise[];
  /** The newest page that wants a human and that the customer knows of. */
  readonly page: z.infer<typeof pageRow> | null;
}

/** What this customer may know of and has happened, is owed or is being looked after by now. */
export async function loadSharedFacts(trip: Trip, customerId: string): Promise<SharedFacts> {
  const { factsRead, promisesRead } = situationPolicy;
  const [row] = await trip.run(sharedFacts, [customerId, trip.now, factsRead, promisesRead]);
  return {
    events: (row?.events ?? []).map(eventFrom).filter(event => event.visibility === 'shared'),
    promises: (row?.promises ?? []).map(promiseFrom).filter(each => each.visibility === 'shared'),
    page: row?.page ?? null,
  };
}
