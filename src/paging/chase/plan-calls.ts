import { z } from 'zod';
import type { Trip } from '../../shared/database.ts';
import { statement } from '../../shared/statement.ts';
import type { PlannedCall } from '../ladder/chase.ts';
import type { Position } from '../ladder/position.ts';
import type { Page } from '../page/page.ts';
import { callFrom, type PageCall } from '../show/page-view.ts';

export interface CallsToPlan {
  readonly page: Pick<Page, 'id'>;
  readonly position: Position;
  readonly calls: readonly CallToPlan[];
}

/** One call of one person by one contact method. */
export interface CallToPlan extends Omit<PlannedCall, 'dueAt'> {
  /** Null: whoever writes it down makes it, in the same trip. */
  readonly dueAt: Date | null;
}

const plan = statement(
  'plan-calls',
  `INSERT INTO page_call (id, "pageId", "personId", level, round, via, address, state, "messageKey", "dueAt")
   SELECT n.id, $1, n."personId", $2, $3, n.via, n.address, CASE WHEN n."dueAt" IS NULL THEN 'called' ELSE 'planned' END, 'page-call:' || n.id, n."dueAt"
   FROM (SELECT $1 || '-' || lpad((before.calls + new.turn)::text, 5, '0') AS id, new.*
     FROM jsonb_to_recordset($4::jsonb) AS new (turn int, "personId" text, via text, address text, "dueAt" timestamptz),
       (SELECT count(*) AS calls FROM page_call WHERE "pageId" = $1) AS before) AS n
   ORDER BY n.id RETURNING *`,
  z.object({
    id: z.string(),
    personId: z.string(),
    level: z.number(),
    round: z.number(),
    via: z.string(),
    address: z.string().nullable(),
    state: z.string(),
    messageKey: z.string(),
    dueAt: z.date().nullable(),
  }),
);

/**
 * Writes down calls to be made at their time, and returns them. The page must be locked, because calls are numbered in
 * order.
 */
export async function planCalls(
  trip: Trip,
  { page, position, calls }: CallsToPlan,
): Promise<PageCall[]> {
  if (calls.length === 0) return [];
  const { level, round } = position;
  const numbered = calls.map((call, index) => ({ ...call, turn: index + 1 }));
  const rows = await trip.run(plan, [page.id, level, round, JSON.stringify(numbered)]);
  return rows.map(callFrom);
}
