import { z } from 'zod';
import type { Trip } from '../../shared/database.ts';
import { statement } from '../../shared/statement.ts';
import { type LevelLook, lookAtLevel } from '../ladder/arrivals.ts';
import type { Page } from '../page/page.ts';

const arrivals = statement(
  'arrivals-of-level',
  `SELECT
     min(extract(epoch FROM m."sentAt" - m."createdAt") * 1000)
       FILTER (WHERE c.level = $3 AND m.outcome IS DISTINCT FROM 'undelivered')::float8 AS lateness,
     coalesce(bool_or(c.state = 'called' AND m."sentAt" IS NULL) FILTER (WHERE c.level = $3), false) AS "isUnderway",
     coalesce(bool_or(c.state = 'unheard' AND m."sentAt" IS NULL) FILTER (WHERE c.level = $3), false) AS "isUnheard",
     coalesce(bool_or(m."sentAt" IS NOT NULL AND m.outcome IS DISTINCT FROM 'undelivered'), false) AS "isAnyHeard"
   FROM page_call c JOIN message m ON m.key = c."messageKey" WHERE c."pageId" = $1 AND c.round = $2`,
  z.object({
    lateness: z.number().nullable(),
    isUnderway: z.boolean(),
    isUnheard: z.boolean(),
    isAnyHeard: z.boolean(),
  }),
);

/** What an open page needs now, by what came of the calls of its level. */
export async function lookAtCalls(trip: Trip, page: Page): Promise<LevelLook> {
  const [found] = await trip.run(arrivals, [page.id, page.round, page.level]);
  return found ? lookAtLevel(page, found, trip.now) : { next: 'climb' };
}
