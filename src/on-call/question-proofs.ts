import type { Trip } from '../shared/database.ts';

/** Who is called, when or how may have changed: every drill whose window is ahead is asked whether it still proves anything. */
export async function questionProofs({ tx, now }: Pick<Trip, 'tx' | 'now'>): Promise<void> {
  await tx.drill.updateMany({
    where: { state: 'done', voidedAt: null, dueAt: { not: null } },
    data: { dueAt: now },
  });
}
