import { z } from 'zod';
import type { Ports } from '../../shared/database.ts';
import { statement } from '../../shared/statement.ts';
import { minute, plus } from '../../shared/time.ts';

const row = z.object({ what: z.enum(['page', 'call', 'delivery']), id: z.string() });

/** A step of a page, a call or the delivery of one whose time is long over. */
export type Overdue = z.infer<typeof row>;

/** The engine looks each second: what waits longer than this waits for nobody. */
const patience = minute;

const overdue = statement(
  'overdue-paging',
  `(SELECT 'page' AS what, id FROM page WHERE "dueAt" < $1 ORDER BY "dueAt" LIMIT 20)
   UNION ALL (SELECT 'call', id FROM page_call WHERE "dueAt" < $1 ORDER BY "dueAt" LIMIT 20)
   UNION ALL (SELECT 'delivery', id FROM message WHERE lane = 'pages' AND "dueAt" < $1 ORDER BY "dueAt" LIMIT 20)
   UNION ALL (SELECT 'delivery', id FROM message WHERE "failureDueAt" < $1 ORDER BY "failureDueAt" LIMIT 20)`,
  row,
);

/** What of paging should long have been done; read from the tables alone, whatever the engine believes of itself. */
export async function findOverdue({
  database,
  clock,
}: Pick<Ports, 'database' | 'clock'>): Promise<Overdue[]> {
  return database.write(overdue, [plus(clock.now(), -patience)]);
}
