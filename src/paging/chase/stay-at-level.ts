import { z } from 'zod';
import type { Trip } from '../../shared/database.ts';
import { statement } from '../../shared/statement.ts';
import { recordEvent } from '../../timeline/record-event.ts';
import type { LevelLook } from '../ladder/arrivals.ts';
import type { Page } from '../page/page.ts';

/** Those above are tried a moment after the first level, which is to hear first when it can hear at all. */
const lineUp = statement(
  'line-up-unheard-calls',
  `WITH unheard AS (
     SELECT m.id, m."dueAt", c.level, min(c.level) OVER () AS first
     FROM page_call c JOIN message m ON m.key = c."messageKey"
     WHERE c."pageId" = $1 AND c.round = $2 AND c.state = 'unheard' AND m.state = 'waiting'
   ), turn AS (SELECT max("dueAt") + interval '3 seconds' AS "dueAt" FROM unheard WHERE level = first)
   UPDATE message SET "dueAt" = turn."dueAt" FROM unheard, turn
   WHERE message.id = unheard.id AND unheard.level > unheard.first AND message."dueAt" < turn."dueAt"`,
  z.never(),
);

/** Leaves a page where it is until then; that nothing arrives anywhere is written down once for each round. */
export async function stayAtLevel(
  trip: Trip,
  page: Page,
  { next, dueAt }: Exclude<LevelLook, { next: 'climb' }>,
): Promise<void> {
  await trip.tx.page.update({ where: { id: page.id }, data: { dueAt } });
  if (next !== 'hold') return;
  await trip.run(lineUp, [page.id, page.round]);
  await recordEvent(trip, {
    customerId: page.customerId,
    transitionId: page.transitionId,
    kind: 'page.escalated',
    visibility: 'internal',
    externalId: `unheard:${page.id}:${page.round}`,
    text: 'Nothing arrives anywhere just now. Everybody on the escalation is tried on until something does.',
    data: { pageId: page.id, round: page.round },
  });
}
