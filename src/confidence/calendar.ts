import { businessSpan, type Working } from '../shared/business-hours.ts';
import { dateIn, hour, nextDate } from '../shared/time.ts';

/** One working day of a customer, and how many business hours lie before it since the calendar began. */
export interface WorkingDay {
  /** "2026-03-09" on the customer's own calendar. */
  readonly date: string;
  readonly from: number;
  readonly until: number;
  readonly hoursBefore: number;
}

/** A stretch of a customer's working days: turns instants into business hours and back without counting days again. */
export type Calendar = readonly WorkingDay[];

/** The working days that touch the time between two instants. */
export function calendarBetween(from: Date, until: Date, working: Working): Calendar {
  const days: WorkingDay[] = [];
  let hoursBefore = 0;
  const last = dateIn(working.timeZone, until);
  for (let date = dateIn(working.timeZone, from); date <= last; date = nextDate(date)) {
    const span = businessSpan(date, working);
    if (!span) continue;
    const day = { from: span.from.getTime(), until: span.until.getTime(), hoursBefore };
    days.push({ date, ...day });
    hoursBefore += (day.until - day.from) / hour;
  }
  return days;
}

/** Business hours from the beginning of the calendar to the instant. */
export function hoursUntil(calendar: Calendar, at: Date | number): number {
  const instant = Number(at);
  const day = lastBegun(calendar, instant);
  if (!day) return 0;
  return day.hoursBefore + (Math.min(instant, day.until) - day.from) / hour;
}

/** All business hours of the calendar. */
export function hoursOf(calendar: Calendar): number {
  const last = calendar.at(-1);
  return last ? last.hoursBefore + (last.until - last.from) / hour : 0;
}

function lastBegun(calendar: Calendar, instant: number): WorkingDay | null {
  let low = 0;
  let high = calendar.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const day = calendar[middle];
    if (day && day.from <= instant) low = middle + 1;
    else high = middle;
  }
  return calendar[low - 1] ?? null;
}
