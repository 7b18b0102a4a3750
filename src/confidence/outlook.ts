import type { Working } from '../shared/business-hours.ts';
import { day, hour, plus } from '../shared/time.ts';
import { type BadDay, badDaysOf } from './bad-days.ts';
import { type Calendar, calendarBetween, hoursUntil } from './calendar.ts';
import { confidencePolicy, type TransitionKind } from './policy.ts';
import { cut, stretches } from './stretch.ts';

/** What the age of a change is computed from. */
export interface Course {
  readonly kind: TransitionKind;
  readonly windowFrom: Date;
  readonly windowUntil: Date;
  /** The window is still open, planned end or not. */
  readonly isLive: boolean;
  /** By how much this vendor's own transitions multiply the stock curve, stretch by stretch; null or left out = not at all. */
  readonly learnt?: readonly number[] | null;
}

/** A course laid on its customer's calendar, ready to be asked about any time between `from` and `until`. */
export interface Outlook {
  readonly course: Course;
  readonly calendar: Calendar;
  readonly badDays: readonly BadDay[];
  /** Business hours at which the window begins and ends on this calendar. */
  readonly opens: number;
  readonly closes: number;
}

/** Lays a course on the customer's calendar. While the window is open past its plan, the curve begins now. */
export function outlookOf(
  course: Course,
  customer: Working,
  { from, until, now }: { readonly from: Date; readonly until: Date; readonly now: Date },
): Outlook {
  // A month more, so that the month-end after the last instant is seen before it comes.
  const calendar = calendarBetween(from, plus(until, 45 * day), customer);
  const closesAt = course.isLive && now > course.windowUntil ? now : course.windowUntil;
  return {
    course,
    calendar,
    // Counted from the first working day after the window, which a later calendar does not contain.
    badDays: from > course.windowUntil ? [] : badDaysOf(course.kind, course.windowUntil, calendar),
    opens: hoursUntil(calendar, course.windowFrom),
    closes: hoursUntil(calendar, closesAt),
  };
}

/** The age curve integrated over business hours `a` to `b` of the calendar, bad days and what was learnt included. */
export function ageBetween(outlook: Outlook, a: number, b: number): number {
  const { course, closes } = outlook;
  if (!course.learnt || b <= closes) return stockBetween(outlook, a, b);
  let total = a < closes ? stockBetween(outlook, a, closes) : 0;
  for (const { index, from, until } of cut(closes, a, b)) {
    total += (course.learnt[index] ?? 1) * stockBetween(outlook, from, until);
  }
  return total;
}

function stockBetween(outlook: Outlook, a: number, b: number): number {
  return smoothBetween(outlook, a, b) + raiseBetween(outlook, a, b);
}

/** The age of each stretch between `a` and `b`, by the stock curve; none before the window's end. */
export function ageByStretch(outlook: Outlook, a: number, b: number): number[] {
  const ages = stretches.map(() => 0);
  for (const { index, from, until } of cut(outlook.closes, a, b)) {
    ages[index] = stockBetween(outlook, from, until);
  }
  return ages;
}

/** The mean age over the next `hours` business hours. */
export function meanAge(outlook: Outlook, at: Date, hours: number): number {
  const from = hoursUntil(outlook.calendar, at);
  return ageBetween(outlook, from, from + hours) / hours;
}

function smoothBetween({ course, opens, closes }: Outlook, a: number, b: number): number {
  const { floor, extra, fadeHours } = confidencePolicy.kinds[course.kind].age;
  const before = overlap(a, b, Number.NEGATIVE_INFINITY, opens) * floor;
  const during = overlap(a, b, opens, closes) * (floor + extra);
  const start = Math.max(0, a - closes);
  const end = Math.max(0, b - closes);
  const fading = extra * fadeHours * (Math.exp(-start / fadeHours) - Math.exp(-end / fadeHours));
  return before + during + floor * (end - start) + fading;
}

function raiseBetween({ badDays }: Outlook, a: number, b: number): number {
  let total = 0;
  for (const { hoursBefore, from, until, raise } of badDays) {
    total += raise * overlap(a, b, hoursBefore, hoursBefore + (until - from) / hour);
  }
  return total;
}

function overlap(a: number, b: number, from: number, until: number): number {
  return Math.max(0, Math.min(b, until) - Math.max(a, from));
}

/** A stretch of bad days with one name. */
export interface BadSpell {
  readonly name: string;
  readonly from: Date;
  readonly until: Date;
}

/** The bad days that lie between the two instants or reach into them, as one spell each name; soonest first. */
export function badSpells(outlook: Outlook, from: Date, until: Date): BadSpell[] {
  const spells = new Map<string, BadSpell>();
  for (const badDay of outlook.badDays) {
    const known = spells.get(badDay.name);
    const begin = known?.from ?? new Date(badDay.from);
    spells.set(badDay.name, { name: badDay.name, from: begin, until: new Date(badDay.until) });
  }
  return [...spells.values()]
    .filter(spell => spell.until > from && spell.from < until)
    .sort((a, b) => a.from.getTime() - b.from.getTime());
}

/** The expected bad day that the instant falls on, by the customer's calendar day, or null. */
export function badDayAt(outlook: Outlook, at: Date): BadDay | null {
  const instant = at.getTime();
  return outlook.badDays.find(one => instant >= one.from && instant < one.until) ?? null;
}
