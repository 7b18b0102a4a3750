import { z } from 'zod';
import type { Trip } from '../shared/database.ts';
import type { Quarter } from '../shared/quarter.ts';
import { statement } from '../shared/statement.ts';
import { managementKey, managementKind } from '../tasks/task.ts';
import type { Matters } from './matter.ts';

export interface MattersWish {
  readonly quarter: Quarter;
  /** Of these customers; of every one when left out. */
  readonly customerIds?: readonly string[] | undefined;
}

const matterRow = z.object({
  customerName: z.string(),
  ownerName: z.string(),
  reachedAt: z.date(),
  solvedAt: z.date().nullable(),
  solverName: z.string().nullable(),
  count: z.number(),
  solved: z.number(),
  pageId: z.string().nullable(),
  resolvedAt: z.date().nullable(),
  pageOwnerName: z.string().nullable(),
  confirmed: z.boolean().nullable(),
});

const most = 50;

/** A page keeps its row, and a customer's wish for the manager is a task of that kind. */
const reached = statement(
  'reached-management',
  `SELECT c.name AS "customerName", o.name AS "ownerName", t."createdAt" AS "reachedAt", t."closedAt" AS "solvedAt",
     s.name AS "solverName", (count(*) OVER ())::int AS count, (count(t."closedAt") OVER ())::int AS solved,
     p.id AS "pageId", p."resolvedAt", w.name AS "pageOwnerName", p.confirmed
   FROM task t JOIN customer c ON c.id = t."customerId" JOIN person o ON o.id = t."assigneeId"
   LEFT JOIN page p ON t.kind = '${managementKind}' AND p.id = substr(t.key, ${managementKey('').length + 1})
   LEFT JOIN person s ON s.id = t."closedById"
   LEFT JOIN person w ON w.id = p."ownerId"
   WHERE t.kind IN ('${managementKind}', 'manager') AND t."createdAt" >= $1 AND t."createdAt" < $2
     AND ($3::text[] IS NULL OR t."customerId" = ANY($3)) ORDER BY t."createdAt" LIMIT ${most}`,
  matterRow,
);

/** What reached management in a quarter: how much, and the oldest of it. */
export async function loadMatters(
  { run }: Trip,
  { quarter, customerIds }: MattersWish,
): Promise<Matters> {
  const rows = await run(reached, [quarter.from, quarter.until, customerIds ?? null]);
  const [first] = rows;
  const oldest = rows.map(({ pageId, resolvedAt, pageOwnerName, confirmed, ...matter }) => ({
    ...matter,
    page: pageId === null ? null : { resolvedAt, ownerName: pageOwnerName, confirmed },
  }));
  return { count: first?.count ?? 0, solved: first?.solved ?? 0, oldest };
}
