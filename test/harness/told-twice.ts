import { z } from 'zod';
import type { Database } from '../../src/shared/database.ts';

const told = z.object({ what: z.string(), cause: z.string(), count: z.coerce.number() });
export type ToldTwice = z.infer<typeof told>;

const reader = `coalesce("toPlaceId", "toPersonId")`;

/** Told once for each change: the introduction. */
const once = `
  SELECT m.name AS what, "toPlaceId" || ' ' || "customerId" AS cause, count(*)
  FROM message m WHERE name = 'welcome'
  GROUP BY 1, 2, m."customerId" HAVING count(*) > (SELECT count(*) FROM transition t WHERE t."customerId" = m."customerId")`;

/** What asks or gives somebody one thing unasked says which: by the subject of its first button. */
const bySubject = `
  SELECT name AS what, ${reader} || ' ' || (card #>> '{actions,0,subject}') AS cause, count(*)
  FROM message WHERE card #>> '{actions,0,subject}' IS NOT NULL
    AND key NOT LIKE 'reply:%' AND state <> 'withdrawn'
    AND (name IN ('check-in', 'check-in-repeat', 'task', 'cadence-change', 'review')
      OR (name = 'page' AND via = 'chat' AND card #>> '{actions,0,id}' = 'page.acknowledge'))
  GROUP BY 1, 2 HAVING count(*) > 1`;

/** Never more often than what it tells of has happened. */
const byFacts = `
  WITH causes (what, kinds) AS (VALUES
    ('opening', ARRAY['window.opened']),
    ('closing', ARRAY['window.closed']),
    ('page-receipt', ARRAY['page.raised', 'page.reopened', 'page.joined']),
    ('page-word', ARRAY['page.acknowledged', 'page.updated', 'page.resolved', 'page.escalated', 'page.reassigned', 'page.next-word']),
    ('graduation', ARRAY['graduation.proposed', 'graduation.accepted', 'graduation.declined', 'phase.changed']),
    ('slip', ARRAY['milestone.late', 'milestone.slipped', 'milestone.rolled-back']))
  SELECT what, m."customerId" AS cause, count(*) FROM causes JOIN message m ON m.name = what AND m.audience = 'shared'
  GROUP BY what, kinds, m."customerId"
  HAVING count(*) > (SELECT count(*) FROM event e WHERE e."customerId" = m."customerId" AND e.kind = ANY(kinds))`;

/** The owner of a step is asked once for its start and once for its end, and once more by each new plan. */
const byPlan = `
  SELECT 'step' AS what, ${reader} || ' ' || m.id || (text LIKE '%was due to finish%') AS cause, count(*)
  FROM message JOIN milestone m ON message.text LIKE '%"' || m.name || '"%' AND m."customerId" = message."customerId"
  WHERE message.name = 'step'
  GROUP BY m.id, m."customerId", 2
  HAVING count(*) > 1 + (SELECT count(*) FROM event e WHERE e."customerId" = m."customerId" AND e.kind IN ('milestone.slipped', 'milestone.planned'))`;

/** A wish for one notice brings one, however often it was said. */
const byWish = `
  SELECT name AS what, ${reader} || ' ' || coalesce("threadOf", '') || ' ' || "createdAt" || ' ' || substring(text FROM '"([^"]+)"') AS cause, count(*)
  FROM message WHERE name = 'notice' GROUP BY 1, 2 HAVING count(*) > 1`;

/** What has waited for a morning comes in one brief. */
const byMorning = `
  SELECT message.name AS what, "toPersonId" || ' ' || (message."createdAt" AT TIME ZONE p."timeZone")::date AS cause, count(*)
  FROM message JOIN person p ON p.id = "toPersonId" WHERE message.name = 'morning' GROUP BY 1, 2 HAVING count(*) > 1`;

/** What nobody asked for is not said again in the same words to the same people while the first is still being read. */
const atOnce = `
  SELECT name AS what, ${reader} || ' ' || coalesce("threadOf", '') || ' ' || via || ' ' || text AS cause, count(*)
  FROM message m WHERE state <> 'withdrawn' AND name NOT IN ('answer', 'situation', 'refusal', 'help-offer', 'page') AND key NOT LIKE 'reply:%' AND text <> ''
    AND EXISTS (SELECT 1 FROM message n WHERE n.id <> m.id AND n.state <> 'withdrawn' AND n.key NOT LIKE 'reply:%' AND n.name = m.name AND n.text = m.text AND n.via = m.via
      AND coalesce(n."toPlaceId", n."toPersonId") = coalesce(m."toPlaceId", m."toPersonId")
      AND n."threadOf" IS NOT DISTINCT FROM m."threadOf"
      AND abs(extract(epoch FROM n."createdAt" - m."createdAt")) < 60)
  GROUP BY 1, 2`;

/** A published fact, told by a word that stands in no other, is news once. */
const byWord = `
  SELECT 'news' AS what, "toPlaceId" || ' ' || word[1] AS cause, count(*)
  FROM message, regexp_matches(text, '(nr[0-9]+x)', 'g') AS word WHERE name = 'news'
  GROUP BY 1, 2 HAVING count(*) > 1`;

/** Where we were asked to be quiet, nothing is said unasked that is not about a page. */
const inQuiet = `
  SELECT m.name AS what, "toPlaceId" || ' ' || m."threadOf" AS cause, count(*)
  FROM message m JOIN quiet_thread q ON q."placeId" = m."toPlaceId" AND q."threadOf" = m."threadOf" AND m."createdAt" > q.since
  WHERE name IN ('notice', 'news', 'slip', 'check-in', 'check-in-repeat', 'cadence-change', 'opening', 'closing', 'step', 'graduation', 'promise')
  GROUP BY 1, 2`;

const questions = [once, bySubject, byFacts, byPlan, byWish, byMorning, atOnce, byWord, inQuiet];

/** What was said more than once for one cause, judged by what it says and by the facts, never by its key. */
export async function listToldTwice({ client }: Database): Promise<ToldTwice[]> {
  const found: ToldTwice[] = [];
  for (const question of questions)
    found.push(...z.array(told).parse(await client.$queryRawUnsafe(question)));
  return found;
}

/** How often each kind of message was said: a proof over kinds that never came proves nothing. */
export async function countKinds({ client }: Database): Promise<ReadonlyMap<string, number>> {
  const rows = await client.message.groupBy({ by: ['name'], _count: true });
  return new Map(rows.map(({ name, _count }) => [name, _count]));
}
