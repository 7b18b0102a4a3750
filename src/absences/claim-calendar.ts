import type { Trip } from '../shared/database.ts';
import { hour, plus } from '../shared/time.ts';

/** How often a calendar is read. */
const every = hour;

/** Somebody's calendar that is to be read now. */
export interface ClaimedCalendar {
  readonly personId: string;
  readonly url: string;
  /** Where its owner lives. */
  readonly timeZone: string;
}

/** Takes a calendar whose reading is due, for this process alone; null when none is. */
export async function claimCalendar({
  tx,
  now,
}: Pick<Trip, 'tx' | 'now'>): Promise<ClaimedCalendar | null> {
  const due = await tx.absenceCalendar.findFirst({
    where: { readDueAt: { lte: now } },
    orderBy: { readDueAt: 'asc' },
  });
  if (!due) return null;
  const { personId, url, readDueAt } = due;
  const { count } = await tx.absenceCalendar.updateMany({
    where: { personId, readDueAt },
    data: { readDueAt: plus(now, every) },
  });
  const owner = await tx.person.findUnique({ where: { id: personId } });
  if (count === 0 || !owner?.active) return null;
  return { personId, url, timeZone: owner.timeZone };
}
