import type { Trip } from '../shared/database.ts';

/**
 * Whoever has left has no rights any more, and nothing is said to them, from this moment on. What they had in hand is
 * handed over by the engine, each in a trip of its own. Returns how many of them were still here.
 */
export async function leave(
  { tx, now }: Pick<Trip, 'tx' | 'now'>,
  personIds: readonly string[],
): Promise<number> {
  const { count } = await tx.person.updateMany({
    where: { id: { in: [...personIds] }, active: true },
    data: { active: false, departureDueAt: now },
  });
  return count;
}
