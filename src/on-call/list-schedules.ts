import type { Tx } from '../shared/database.ts';
import { type Schedule, scheduleFrom } from './schedule.ts';

/** Every schedule, by id; only the named ones when ids are given. */
export async function listSchedules(tx: Tx, ids?: readonly string[]): Promise<Schedule[]> {
  const rows = await tx.schedule.findMany({
    where: ids ? { id: { in: [...ids] } } : {},
    orderBy: { id: 'asc' },
  });
  return rows.map(scheduleFrom);
}
