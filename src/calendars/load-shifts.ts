import { listSchedules } from '../on-call/list-schedules.ts';
import { shiftsOf } from '../on-call/schedule.ts';
import type { Trip } from '../shared/database.ts';
import { plus, week } from '../shared/time.ts';
import type { CalendarEntry } from './calendar.ts';
import { shiftEntry } from './shift-entry.ts';

/** How much of the past and of the future a calendar shows. */
const shown = { before: 4 * week, after: 26 * week };

/** Whose shifts: everybody's on one schedule, or one person's on all of them. */
export interface WhoseShifts {
  readonly scheduleId: string | null;
  readonly personId: string;
}

/** Shifts as they stand in a calendar. */
export async function loadShifts(
  { tx, now }: Pick<Trip, 'tx' | 'now'>,
  { scheduleId, personId }: WhoseShifts,
): Promise<CalendarEntry[]> {
  const schedules = await listSchedules(tx, scheduleId ? [scheduleId] : undefined);
  const shifts = schedules.flatMap(schedule =>
    shiftsOf(schedule, plus(now, -shown.before), plus(now, shown.after))
      .filter(one => scheduleId !== null || one.personId === personId)
      .map(shift => ({ ...shift, scheduleId: schedule.id })),
  );
  const ids = [...new Set(shifts.map(one => one.personId))];
  const people = await tx.person.findMany({ where: { id: { in: ids } } });
  const nameOf = (id: string) => people.find(one => one.id === id)?.name ?? id;
  return shifts.map(shift => shiftEntry({ ...shift, personName: nameOf(shift.personId) }));
}
