import type { Trip } from '../../shared/database.ts';
import { since } from '../../shared/time.ts';

/** The transition a customer is most likely speaking of: the live one, else the one whose window is nearest. */
export async function findCurrentTransitionId(
  { tx, now }: Trip,
  customerId: string,
): Promise<string | null> {
  const rows = await tx.transition.findMany({
    where: { customerId, phase: { not: 'graduated' } },
    orderBy: [{ windowFrom: 'asc' }, { id: 'asc' }],
  });
  const live = rows.find(row => row.phase === 'live');
  if (live) return live.id;
  const distance = (row: { windowFrom: Date }) => Math.abs(since(row.windowFrom, now));
  return rows.toSorted((a, b) => distance(a) - distance(b))[0]?.id ?? null;
}
