import { day, minute, nextDate, wallClock, weekdayOf, zoneOf } from '../shared/time.ts';

/** The hours of the week in which a layer has anybody, on its schedule's wall clock. */
export interface DutyHours {
  /** The days on which they begin: 1 = Monday … 7 = Sunday. */
  readonly days: readonly number[];
  /** "22:00" */
  readonly from: string;
  /** "06:00"; not after `from` means on the next day. */
  readonly until: string;
}

/** True within these hours. The first minute is inside, the end is not. */
export function isInHours(hours: DutyHours, timeZone: string, at: Date): boolean {
  const today = dateHere(timeZone, at);
  return [dateBefore(today), today].some(date => {
    const span = spanOn(date, hours, timeZone);
    return span !== null && span.from <= at && at < span.until;
  });
}

/** The next instant after `at` at which these hours begin or end; null where they never do. */
export function hoursEdgeAfter(hours: DutyHours, timeZone: string, at: Date): Date | null {
  let date = dateBefore(dateHere(timeZone, at));
  for (let days = 0; days <= 9; days += 1) {
    const span = spanOn(date, hours, timeZone);
    if (span && span.from > at) return span.from;
    if (span && span.until > at) return span.until;
    date = nextDate(date);
  }
  return null;
}

/** From when until when they run on this date; null on another day, or where a clock change swallows them. */
function spanOn(date: string, { days, from, until }: DutyHours, timeZone: string) {
  if (!days.includes(weekdayOf(date))) return null;
  const last = until <= from ? nextDate(date) : date;
  const span = { from: wallClock(date, from, timeZone), until: wallClock(last, until, timeZone) };
  return span.from < span.until ? span : null;
}

/** As dateIn of the clock, without the formatting, which every minute of a schedule would pay for. */
function dateHere(timeZone: string, at: Date): string {
  const offset = zoneOf(timeZone).offset(at.getTime()) * minute;
  return new Date(at.getTime() + offset).toISOString().slice(0, 10);
}

function dateBefore(date: string): string {
  return new Date(Date.parse(date) - day).toISOString().slice(0, 10);
}
