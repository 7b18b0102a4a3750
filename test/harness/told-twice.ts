import { z } from 'zod';
import type { Database } from '../../src/shared/database.ts';

const told = z.object({ what: z.string(), cause: z.string(), count: z.coerce.number() });
export type ToldTwice = z.infer<typeof told>;

/** Told once for each change and place: the window's ends and the introduction. */
const once = `
  SELECT name AS what, "toPlaceId" || ' ' || "customerId" AS cause, count(*)
  FROM message m WHERE name IN ('welcome', 'opening', 'closing')
  GROUP BY 1, 2, m."customerId" HAVING count(*) > (SELECT count(*) FROM transition t WHERE t."customerId" = m."customerId")`;

/** What asks or gives somebody one thing says which: by the subject of its first button. */
const bySubject = `
  SELECT name AS what, coalesce("toPlaceId", "toPersonId") || ' ' || (card #>> '{actions,0,subject}') AS cause, count(*)
  FROM message WHERE name IN ('check-in', 'check-in-repeat', 'task', 'cadence-change') AND card #>> '{actions,0,subject}' IS NOT NULL
  GROUP BY 1, 2 HAVING count(*) > 1`;

/** Never more often than what it tells of has happened. */
const byFacts = `
  WITH causes (what, kinds) AS (VALUES
    ('page-receipt', ARRAY['page.raised', 'page.reopened', 'page.joined']),
    ('page-word', ARRAY['page.acknowledged', 'page.updated', 'page.resolved', 'page.escalated', 'page.reassigned', 'page.next-word']),
    ('slip', ARRAY['milestone.late', 'milestone.slipped', 'milestone.rolled-back']))
  SELECT what, m."customerId" AS cause, count(*) FROM causes JOIN message m ON m.name = what
  GROUP BY what, kinds, m."customerId"
  HAVING count(*) > (SELECT count(*) FROM event e WHERE e."customerId" = m."customerId" AND e.kind = ANY(kinds))`;

/** Nothing that nobody asked for is said twice at one instant, in the same words, to the same people. */
const atOnce = `
  SELECT name AS what, coalesce("toPlaceId", "toPersonId") || ' ' || "createdAt" || ' ' || text AS cause, count(*)
  FROM message WHERE name IN ('opening', 'closing', 'news', 'slip', 'page-word', 'notice', 'morning', 'handover', 'graduation', 'welcome', 'promise')
    AND text <> '' GROUP BY 1, 2 HAVING count(*) > 1`;

/** A published fact, told by a word that stands in no other, is news once. */
const byWord = `
  SELECT 'news' AS what, "toPlaceId" || ' ' || word[1] AS cause, count(*)
  FROM message, regexp_matches(text, '(nr[0-9]+x)', 'g') AS word WHERE name = 'news'
  GROUP BY 1, 2 HAVING count(*) > 1`;

/** What was said more than once for one cause, judged by what it says and by the facts, never by its key. */
export async function listToldTwice({ client }: Database): Promise<ToldTwice[]> {
  const found: ToldTwice[] = [];
  for (const query of [once, bySubject, byFacts, atOnce, byWord])
    found.push(...z.array(told).parse(await client.$queryRawUnsafe(query)));
  return found;
}
