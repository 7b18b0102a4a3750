import type { Trip } from '../shared/database.ts';

/** The shifts of a schedule are new or have changed: they are looked at at once, and from then on when one begins. */
export async function watchSchedule(
  { tx, now }: Pick<Trip, 'tx' | 'now'>,
  scheduleId: string,
): Promise<void> {
  await tx.shiftWatch.upsert({
    where: { scheduleId },
    create: { scheduleId, seenUntil: now, dueAt: now },
    update: { dueAt: now },
  });
}
