import { dateIn, nextDate, wallClock, weekdayOf } from './time.ts';

/** When the customer works, on its own wall clock. Days are ISO: 1 = Monday … 7 = Sunday. */
export interface BusinessHours {
  readonly days: readonly number[];
  /** "09:00" */
  readonly from: string;
  /** "17:00" */
  readonly until: string;
  /** Dates without work, "2026-07-03". */
  readonly holidays: readonly string[];
}

/** Where and when somebody works; a Customer is one. */
export interface Working {
  readonly timeZone: string;
  readonly businessHours: BusinessHours;
}

/** True while the customer works: not a time to stay quiet. From is inside, until is outside. */
export function isBusinessTime(at: Date, working: Working): boolean {
  const span = businessSpan(dateIn(working.timeZone, at), working);
  return span !== null && at >= span.from && at < span.until;
}

/** `at` itself in business hours, otherwise the next moment at which they begin. */
export function nextBusinessTime(at: Date, working: Working): Date {
  let date = dateIn(working.timeZone, at);
  for (let days = 0; days <= 366; days += 1) {
    const span = businessSpan(date, working);
    if (span && at < span.until) return at > span.from ? at : span.from;
    date = nextDate(date);
  }
  return at;
}

/** Business hours between two instants, as a number of hours; 0 when `until` is not after `from`. */
export function businessHoursBetween(from: Date, until: Date, working: Working): number {
  if (until <= from) return 0;
  let total = 0;
  const last = dateIn(working.timeZone, until);
  for (let date = dateIn(working.timeZone, from); date <= last; date = nextDate(date)) {
    const span = businessSpan(date, working);
    if (!span) continue;
    const start = Math.max(from.getTime(), span.from.getTime());
    const end = Math.min(until.getTime(), span.until.getTime());
    if (end > start) total += end - start;
  }
  return total / 3_600_000;
}

/** The instant so many business hours after `from`. */
export function plusBusinessHours(from: Date, hours: number, working: Working): Date {
  let left = hours * 3_600_000;
  let at = nextBusinessTime(from, working);
  for (let days = 0; days <= 3_660; days += 1) {
    const span = businessSpan(dateIn(working.timeZone, at), working);
    const end = span?.until ?? at;
    const room = Math.max(0, end.getTime() - at.getTime());
    if (left <= room) return new Date(at.getTime() + left);
    left -= room;
    at = nextBusinessTime(end, working);
  }
  return at;
}

/** When work begins and ends on this date of the customer's calendar, or null on a day without work. */
export function businessSpan(
  date: string,
  { businessHours, timeZone }: Working,
): { from: Date; until: Date } | null {
  if (!businessHours.days.includes(weekdayOf(date))) return null;
  if (businessHours.holidays.includes(date)) return null;
  return {
    from: wallClock(date, businessHours.from, timeZone),
    until: wallClock(date, businessHours.until, timeZone),
  };
}
