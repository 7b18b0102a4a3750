import { z } from 'zod';
import type { Trip } from '../../shared/database.ts';
import { statement } from '../../shared/statement.ts';
import { since } from '../../shared/time.ts';

const listGoing = statement(
  'list-going-transitions',
  `SELECT id, phase, "windowFrom" FROM transition WHERE "customerId" = $1 AND phase <> 'graduated' ORDER BY "windowFrom", id`,
  z.object({ id: z.string(), phase: z.string(), windowFrom: z.date() }),
);

/** The transition a customer is most likely speaking of: the live one, else the one whose window is nearest. */
export async function findCurrentTransitionId(
  { run, now }: Trip,
  customerId: string,
): Promise<string | null> {
  const rows = await run(listGoing, [customerId]);
  const live = rows.find(row => row.phase === 'live');
  if (live) return live.id;
  const distance = (row: { windowFrom: Date }) => Math.abs(since(row.windowFrom, now));
  return rows.toSorted((a, b) => distance(a) - distance(b))[0]?.id ?? null;
}
