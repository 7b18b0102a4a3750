import type { Tx } from '../shared/database.ts';
import { type Schedule, scheduleFrom } from './schedule.ts';

/** The schedule with this id, or null. */
export async function findSchedule(tx: Tx, id: string): Promise<Schedule | null> {
  const row = await tx.schedule.findUnique({ where: { id } });
  return row ? scheduleFrom(row) : null;
}
