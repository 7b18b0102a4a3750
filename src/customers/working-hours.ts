import {
  type BusinessHours,
  businessSpan,
  isBusinessTime,
  nextBusinessTime,
  type Working,
} from '../shared/business-hours.ts';
import { dateIn, nextDate } from '../shared/time.ts';

/** When the vendor's people work, where nobody has said otherwise: Monday to Friday, nine to five, in their own zone. */
export const usualHours: BusinessHours = {
  days: [1, 2, 3, 4, 5],
  from: '09:00',
  until: '17:00',
  holidays: [],
};

/** Whether somebody of the vendor's is at work, and when they are next. */
export interface Presence {
  readonly isAtWork: boolean;
  /** Now itself while they are at work, else when their next working day begins. */
  readonly backAt: Date;
  /** The next beginning of a working day, strictly after now. */
  readonly nextMorning: Date;
}

/** What somebody's hours say of this moment. */
export function presenceAt(now: Date, working: Working): Presence {
  return {
    isAtWork: isBusinessTime(now, working),
    backAt: nextBusinessTime(now, working),
    nextMorning: nextMorning(now, working),
  };
}

/** When today's work began, or begins; null on a day without work. */
export function workBegins(now: Date, working: Working): Date | null {
  return businessSpan(dateIn(working.timeZone, now), working)?.from ?? null;
}

/** How many working mornings there were since `from`, today's counted as soon as the day has begun. */
export function morningsSince(from: Date, now: Date, working: Working): number {
  const today = dateIn(working.timeZone, now);
  let mornings = 0;
  for (let date = dateIn(working.timeZone, from); date <= today; date = nextDate(date)) {
    const span = businessSpan(date, working);
    if (span && span.from > from) mornings += 1;
  }
  return mornings;
}

/** More than a year of holidays is nobody's. */
const mostDays = 366;

function nextMorning(now: Date, working: Working): Date {
  let date = dateIn(working.timeZone, now);
  for (let days = 0; days <= mostDays; days += 1) {
    const span = businessSpan(date, working);
    if (span && span.from > now) return span.from;
    date = nextDate(date);
  }
  return new Date(now.getTime() + mostDays * 86_400_000);
}
