import { z } from 'zod';
import type { Trip } from '../shared/database.ts';
import { statement } from '../shared/statement.ts';
import { opinionSchema } from '../understanding/second-opinion.ts';
import { incomingSchema } from './arrival/incoming.ts';
import { giveUpInbound } from './give-up-inbound.ts';
import { handleInbound } from './handle-inbound.ts';

/**
 * Hazard: two things said in one conversation are never handled at once, by any process, or the second could be read
 * without what the first began. So the conversation is locked, and only then is its earliest row taken: earliest, so
 * that what cannot wait takes along what was said before it.
 */
const next = statement(
  'next-inbound',
  `WITH line AS MATERIALIZED (
     SELECT conversation, "dueAt", seq FROM inbox WHERE "dueAt" <= $1 ORDER BY "dueAt", seq LIMIT 100
   ), conversation AS MATERIALIZED (
     SELECT conversation AS key, min("dueAt") AS due, min(seq) AS seq FROM line GROUP BY conversation ORDER BY 2, 3
   ), mine AS MATERIALIZED (
     SELECT key FROM conversation WHERE pg_try_advisory_xact_lock(hashtextextended(key, 0)) LIMIT 1
   )
   SELECT id, payload, opinion, (SELECT count(*) > 1 FROM line) AS "hasMore"
   FROM inbox WHERE conversation = (SELECT key FROM mine) AND "dueAt" <= $1 ORDER BY seq LIMIT 1 FOR UPDATE`,
  z.object({
    id: z.string(),
    payload: z.unknown(),
    opinion: z.unknown(),
    hasMore: z.boolean(),
  }),
);

const finish = statement(
  'finish-inbound',
  `UPDATE inbox SET state = 'handled', "handledAt" = $2, "dueAt" = NULL WHERE id = $1`,
  z.never(),
);

export interface TakenInbound {
  readonly id: string;
  /** Something else came in as well. */
  readonly hasMore: boolean;
  readonly handle: () => Promise<void>;
}

/** Locks what came in first, of all that is in nobody else's hands; null when that is nothing. */
export async function takeInbound(trip: Trip): Promise<TakenInbound | null> {
  const [row] = await trip.run(next, [trip.now]);
  if (!row) return null;
  const { id, hasMore } = row;
  return {
    id,
    hasMore,
    async handle() {
      const incoming = incomingSchema.safeParse(row.payload);
      if (!incoming.success) {
        await giveUpInbound(trip, id, incoming.error);
        return;
      }
      const opinion = opinionSchema.safeParse(row.opinion).data ?? null;
      await handleInbound(trip, incoming.data, opinion);
      await trip.run(finish, [id, trip.now]);
    },
  };
}
