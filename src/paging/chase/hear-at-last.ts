import { z } from 'zod';
import { withdrawMessages } from '../../delivery/withdraw-messages.ts';
import type { Trip } from '../../shared/database.ts';
import { statement } from '../../shared/statement.ts';
import { minute, plus } from '../../shared/time.ts';
import { waitMinutesAt } from '../ladder/chase.ts';
import type { Page } from '../page/page.ts';
import type { PageCall } from '../show/page-view.ts';
import { showPage } from '../show/show-page.ts';

const callsOfRound = statement(
  'calls-heard-and-unheard',
  `SELECT c.id, c.level, m."createdAt" AS "calledAt", c.state = 'unheard' AS "isUnheard", m."sentAt" IS NOT NULL AS "isHeard", m.key AS "messageKey"
   FROM page_call c JOIN message m ON m.key = c."messageKey" WHERE c."pageId" = $1 AND c.round = $2`,
  z.object({
    id: z.string(),
    level: z.number(),
    calledAt: z.date(),
    isUnheard: z.boolean(),
    isHeard: z.boolean(),
    messageKey: z.string(),
  }),
);

/**
 * A call that could not arrive for a while has: its level is the present one, and has its whole time from now. Whoever
 * was only tried because nothing arrived below them is left in peace until it is their turn.
 */
export async function hearAtLast(trip: Trip, page: Page, call: PageCall): Promise<void> {
  const { tx, now } = trip;
  await tx.pageCall.update({ where: { id: call.id }, data: { state: 'called' } });
  if (page.state !== 'open' || page.round !== call.round) return;
  const calls = await trip.run(callsOfRound, [page.id, page.round]);
  const level = Math.max(...calls.filter(({ isHeard }) => isHeard).map(each => each.level));
  const above = calls.filter(each => each.isUnheard && !each.isHeard && each.level > level);
  await withdrawMessages(
    trip,
    above.map(({ messageKey }) => messageKey),
  );
  const wait = waitMinutesAt({ level, round: page.round }, page.policy) * minute;
  const levelSince = calls.find(each => each.id === call.id)?.calledAt ?? page.levelSince;
  await tx.page.update({
    where: { id: page.id },
    data: { level, levelSince, dueAt: plus(now, wait) },
  });
  await showPage(trip, page.id);
}
