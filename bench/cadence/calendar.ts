import { type Calendar, hoursUntil } from '../../src/confidence/calendar.ts';
import { type Outlook, outlookOf } from '../../src/confidence/outlook.ts';
import type { TransitionKind } from '../../src/confidence/policy.ts';
import { day, hour, plus } from '../../src/shared/time.ts';

/** A customer in UTC who works Monday to Friday from nine to five, so that a week has forty business hours. */
const working = {
  timeZone: 'UTC',
  businessHours: { days: [1, 2, 3, 4, 5], from: '09:00', until: '17:00', holidays: [] },
};

/** The outlook after a window that ended on the n-th Saturday from 7 March 2026 on: month-end comes sooner or later. */
export function outlookAfterSaturday(n: number, kind: TransitionKind = 'go-live'): Outlook {
  const windowUntil = new Date(Date.UTC(2026, 2, 7 + 7 * n, 6));
  const course = { kind, windowFrom: plus(windowUntil, -day / 2), windowUntil, isLive: false };
  const until = plus(windowUntil, 200 * day);
  return outlookOf(course, working, {
    from: plus(windowUntil, -14 * day),
    until,
    now: windowUntil,
  });
}

/** The instant so many business hours after the window. */
export function instantAt({ calendar, closes }: Outlook, hours: number): Date {
  const wanted = closes + hours;
  const index = Math.min(Math.floor(wanted / 8), calendar.length - 1);
  const on = dayAt(calendar, index);
  return new Date(on.from + (wanted - on.hoursBefore) * hour);
}

/** Business hours from the window to the instant. */
export function hourAt({ calendar, closes }: Outlook, at: Date): number {
  return hoursUntil(calendar, at) - closes;
}

/** The working day, on the customer's calendar, that the business hour falls on: "2026-03-09". */
export function dateAt({ calendar, closes }: Outlook, hours: number): string {
  return dayAt(calendar, Math.floor((closes + hours) / 8)).date;
}

function dayAt(calendar: Calendar, index: number): Calendar[number] {
  const found = calendar[index];
  if (!found) throw new RangeError('The calendar of the bench is too short.');
  return found;
}
