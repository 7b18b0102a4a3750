import { z } from 'zod';
import { customerHoursFrom } from '../customers/customer.ts';
import { unseen } from '../delivery/message-state.ts';
import type { Trip } from '../shared/database.ts';
import { statement } from '../shared/statement.ts';
import type { SalesScene } from './hold.ts';

/** One customer as its sales person has to do with it. */
export interface Account {
  readonly customerId: string;
  readonly customerName: string;
  readonly scene: SalesScene;
}

const accountRow = z.object({
  customerId: z.string(),
  customerName: z.string(),
  timeZone: z.string(),
  businessHours: z.unknown(),
  publicHolidays: z.array(z.string()),
  windowUntil: z.date().nullable(),
  pageSince: z.date().nullable(),
  worrySince: z.date().nullable(),
  lateSince: z.date().nullable(),
  silentSince: z.date().nullable(),
  isStopped: z.boolean().nullable(),
  pausedUntil: z.date().nullable(),
  complainedAt: z.date().nullable(),
  scoredLowAt: z.date().nullable(),
  change: z.enum(['under-way', 'planned']).nullable(),
  confidence: z.number().nullable(),
  unpromptedToday: z.number(),
});

const ofIt = '"customerId" = c.id';

/** Everything that can hold a call back, and not a word that anybody said. */
const accounts = statement(
  'sales-accounts',
  `SELECT c.id AS "customerId", c.name AS "customerName", c."timeZone", c."businessHours", c."publicHolidays",
    (SELECT max("windowUntil") FROM transition WHERE ${ofIt} AND phase = 'live') AS "windowUntil",
    (SELECT min("raisedAt") FROM page WHERE ${ofIt} AND "resolvedAt" IS NULL) AS "pageSince",
    (SELECT min("createdAt") FROM task WHERE ${ofIt} AND kind = 'worried' AND state = 'open') AS "worrySince",
    (SELECT min(m."plannedUntil") FROM milestone m JOIN transition t ON t.id = m."transitionId"
      WHERE m.${ofIt} AND m.state = 'late' AND t.phase <> 'graduated') AS "lateSince",
    (SELECT min("restingSince") FROM cadence WHERE ${ofIt} AND "restingSince" IS NOT NULL) AS "silentSince",
    rest."isStopped", rest."pausedUntil",
    (SELECT max(at) FROM evidence WHERE ${ofIt} AND kind = 'complaint' AND weight > 0) AS "complainedAt",
    (SELECT max("answeredAt") FROM survey WHERE ${ofIt}
      AND ((kind = 'nps' AND score <= 6) OR (kind = 'csat' AND score <= 2))) AS "scoredLowAt",
    (SELECT CASE WHEN bool_or(phase <> 'preparing') THEN 'under-way' WHEN count(*) > 0 THEN 'planned' END
      FROM transition WHERE ${ofIt} AND phase <> 'graduated') AS change,
    (SELECT min(a.confidence) FROM assessment a JOIN transition t ON t.id = a."transitionId"
      WHERE a.${ofIt} AND t.phase IN ('live', 'settling', 'steady')) AS confidence,
    (SELECT count(*)::int FROM message WHERE ${ofIt} AND lane = 'check-ins' AND audience = 'shared'
      AND state NOT IN (${unseen.map(each => `'${each}'`).join(', ')}) AND "createdAt" <= $1
      AND "createdAt" >= date_trunc('day', $1::timestamptz AT TIME ZONE c."timeZone") AT TIME ZONE c."timeZone") AS "unpromptedToday"
   FROM customer c
   LEFT JOIN LATERAL (SELECT bool_or(d.stopped) AS "isStopped", max(d."pausedUntil") AS "pausedUntil"
      FROM cadence d JOIN transition t ON t.id = d."transitionId"
      WHERE d.${ofIt} AND t.phase <> 'graduated') rest ON true
   WHERE c.id = ANY($2) ORDER BY c.name, c.id`,
  accountRow,
);

/** These customers with everything that may speak against a selling conversation, by name. */
export async function loadAccounts(
  { run, now }: Trip,
  customerIds: readonly string[],
): Promise<Account[]> {
  const rows = await run(accounts, [now, customerIds]);
  return rows.map(row => ({
    customerId: row.customerId,
    customerName: row.customerName,
    scene: {
      ...row,
      isStopped: row.isStopped ?? false,
      dissatisfiedAt: later(row.complainedAt, row.scoredLowAt),
      working: {
        timeZone: row.timeZone,
        businessHours: customerHoursFrom(row.businessHours, row.publicHolidays),
      },
    },
  }));
}

function later(a: Date | null, b: Date | null): Date | null {
  if (!a || !b) return a ?? b;
  return a > b ? a : b;
}
