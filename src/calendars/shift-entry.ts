import type { Shift } from '../on-call/schedule.ts';
import type { CalendarEntry } from './calendar.ts';

/** A shift with the schedule it stands on and the name of whose it is. */
export interface CalendarShift extends Shift {
  readonly scheduleId: string;
  readonly personName: string;
}

/** A shift as it stands in a calendar. */
export function shiftEntry(shift: CalendarShift): CalendarEntry {
  const { scheduleId, personId, personName, from, until } = shift;
  const stamp = from.toISOString().slice(0, 19).replace(/[-:]/g, '');
  return {
    uid: `${scheduleId}-${personId}-${stamp}Z`,
    summary: `On call (${scheduleId}): ${personName}`,
    from,
    until,
    takes: 'time',
  };
}
