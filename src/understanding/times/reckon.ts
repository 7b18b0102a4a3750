import type { DateTime } from 'luxon';
import { inZone, minute, plus, wallClock } from '../../shared/time.ts';
import type { DayPart, TimeUnit, WhichOne } from './atom.ts';
import type { CalendarDate, Clock } from './figure.ts';
import type { When } from './when.ts';

/** Whose clock the words are meant on, and which way they look. */
export interface Asking {
  readonly now: Date;
  /** The speaker's. */
  readonly timeZone: string;
}

export type Tense = 'past' | 'future';

/** How a time is reckoned. */
export interface Reckoning extends Asking {
  readonly tense: Tense;
  /** "09:00": what a bare day stands for. */
  readonly defaultTime: string;
}

/** When a part of the day begins, and when it is over, for whoever says "in the evening" and "by this evening". */
const partHours: Readonly<Record<DayPart, readonly [number, number]>> = {
  early: [8, 10],
  morning: [9, 12],
  noon: [12, 12],
  afternoon: [14, 18],
  evening: [18, 22],
  night: [20, 22],
  midnight: [24, 24],
  am: [9, 12],
  pm: [14, 18],
};

const unitName = { minute: 'minutes', hour: 'hours', day: 'days', week: 'weeks', month: 'months' };

/** The instant a time means; null when it means none, as "two hours" alone. */
export function reckon(when: When, reckoning: Reckoning): Date | null {
  if (when.span && !when.weekday) return counted(when, reckoning);
  const day = dayOf(when, reckoning);
  if (when.clock) return onClock(when.clock, { when, day }, reckoning);
  const hour = partHour(when);
  if (hour !== null) return partOf(hour, day, reckoning);
  if (when.whole && !day) return wholeOf(when.whole, reckoning);
  return day && atTime(day, reckoning.defaultTime);
}

/** "In 2 hours", "2 hours ago": so much real time; days and more go by the calendar, to the usual time of day. */
function counted({ span, marks, clock }: When, reckoning: Reckoning): Date | null {
  if (!span) return null;
  const isBack = marks.has('ago') || marks.has('since') || marks.has('last');
  const amount = isBack ? -span.amount : span.amount;
  const { now, timeZone, defaultTime } = reckoning;
  if (!isBack && !(['in', 'hence', 'next'] as const).some(mark => marks.has(mark))) return null;
  const moved = inZone(now, timeZone).plus(durationOf(amount, span.unit));
  const isLong = span.unit === 'day' || span.unit === 'week' || span.unit === 'month';
  if (!isLong || isBack || !Number.isInteger(span.amount)) return moved.toJSDate();
  const day = moved.startOf('day');
  return clock ? atHour(day, hoursOf(clock)) : atTime(day, defaultTime);
}

/** So much of a unit in real time; a month is 730 hours. */
export function millisecondsOf({ amount, unit }: NonNullable<When['span']>): number {
  const hours = { minute: 1 / 60, hour: 1, day: 24, week: 168, weekend: 168, month: 730 }[unit];
  return Math.round(amount * hours * 60) * minute;
}

/** So much of a unit; halves of days and more in hours, for a calendar has none. */
function durationOf(amount: number, unit: TimeUnit): Record<string, number> {
  if (unit === 'weekend') return { weeks: amount };
  if (Number.isInteger(amount)) return { [unitName[unit]]: amount };
  return { milliseconds: millisecondsOf({ amount, unit }) };
}

/** The day that was said, at its midnight; null when none was. */
export function dayOf(
  { date, near, weekday, span, marks, whole }: When,
  { now, timeZone, tense }: Pick<Reckoning, 'now' | 'timeZone' | 'tense'>,
): DateTime | null {
  const today = inZone(now, timeZone).startOf('day');
  if (date) return dateNear(date.date, today);
  if (near !== null) return today.plus({ days: near });
  if (!weekday) return null;
  if (span) {
    const amount = marks.has('ago') ? -span.amount : span.amount;
    return weekdayNearest(weekday.weekday, today.plus(durationOf(amount, span.unit)));
  }
  if (whole?.unit === 'week') return weekOf(whole.which, today).plus({ days: weekday.weekday - 1 });
  const ahead = (weekday.weekday - today.weekday + 7) % 7;
  if (weekday.which === 'next') return today.startOf('week').plus({ days: 6 + weekday.weekday });
  if (weekday.which === 'last') return today.minus({ days: 7 - ahead });
  if (tense === 'future' || ahead === 0) return today.plus({ days: ahead });
  return today.minus({ days: 7 - ahead });
}

const shifts: Readonly<Record<WhichOne, number>> = { last: -1, this: 0, next: 1 };

/** The Monday of this week, the last or the next. */
function weekOf(which: WhichOne, today: DateTime): DateTime {
  return today.startOf('week').plus({ weeks: shifts[which] });
}

function weekdayNearest(weekday: number, day: DateTime): DateTime {
  const ahead = (weekday - day.weekday + 7) % 7;
  return day.startOf('day').plus({ days: ahead > 3 ? ahead - 7 : ahead });
}

/** A date without a year, or a day without a month, is the nearest one. */
function dateNear({ year, month, day }: CalendarDate, today: DateTime): DateTime | null {
  const years = year === null ? [today.year - 1, today.year, today.year + 1] : [year];
  const months = month === null ? [0, 1].map(shift => today.plus({ months: shift })) : null;
  const firsts = months ?? years.map(each => today.set({ year: each, month: month ?? 1, day: 1 }));
  const days = firsts
    .map(first => ({ first, at: first.set({ day }) }))
    .filter(({ first, at }) => at.isValid && at.month === first.month && (month || at >= today))
    .map(({ at }) => at);
  const distance = (each: DateTime) => Math.abs(each.toMillis() - today.toMillis());
  return days.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

interface OnDay {
  readonly when: When;
  readonly day: DateTime | null;
}

/** A reading of the clock on its day; without one, the nearest that fits. */
function onClock(clock: Clock, { when, day }: OnDay, reckoning: Reckoning): Date {
  const { now, timeZone, tense } = reckoning;
  const today = inZone(now, timeZone).startOf('day');
  const own = day ?? today;
  if (clock.offset !== undefined) return inOffset(clock, clock.offset, own);
  const readings = readingsOf(clock, { when, day }, tense);
  const days = day === null ? [-1, 0, 1] : [0];
  const all = days.flatMap(shift =>
    readings.map(hours => atHour(own.plus({ days: shift }), hours)),
  );
  const fitting = all.filter(at => (tense === 'past' ? at <= now : at > now));
  const [first] = all;
  return nearest(fitting.length > 0 ? fitting : first ? [first] : [], now) ?? now;
}

function nearest(instants: readonly Date[], now: Date): Date | null {
  const distance = (at: Date) => Math.abs(at.getTime() - now.getTime());
  return [...instants].sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

/** Nobody plans with us for four at night, unless the clock they use leaves no other reading. */
const awake = { from: 6, until: 23 };

/** The hours of the day a reading may mean, the likeliest first. */
function readingsOf(clock: Clock, { when, day }: OnDay, tense: Tense): number[] {
  const { part, near } = when;
  const isDated = day !== null;
  const hours = hoursOf(clock);
  const halfDay = part && hours <= 12 ? halfOf(part, hours) : null;
  if (halfDay !== null) return [(hours % 12) + halfDay];
  if (clock.form === 'exact' || hours > 12 || hours < 1) return [hours];
  const isSmall = hours < awake.from + 1;
  if (clock.form === 'soft')
    return isSmall && hours < awake.from && !isDated ? [hours + 12, hours] : [hours];
  if (isDated && near !== 0) return [isSmall ? hours + 12 : hours];
  const both = [hours % 12, (hours % 12) + 12];
  if (tense === 'past') return both;
  const waking = both.filter(each => each >= awake.from && each < awake.until);
  return waking.length > 0 ? waking : both;
}

/** What a part of the day adds to an hour before noon: at night, 2 is after midnight and 9 before it. */
function halfOf(part: DayPart, hours: number): number | null {
  switch (part) {
    case 'early':
    case 'morning':
    case 'am':
      return 0;
    case 'noon':
      return hours === 11 ? 0 : 12;
    case 'afternoon':
    case 'evening':
    case 'pm':
      return 12;
    case 'night':
      return hours >= 6 && hours < 12 ? 12 : 24;
    case 'midnight':
      return null;
  }
}

function hoursOf(clock: Clock): number {
  return clock.hour + clock.minute / 60;
}

function inOffset(clock: Clock, offset: number, day: DateTime): Date {
  const utc = Date.UTC(day.year, day.month - 1, day.day, clock.hour, clock.minute);
  return new Date(utc - offset * minute);
}

/** "By" the evening is its end, "in" the evening its beginning. */
function partHour({ part, marks }: When): number | null {
  if (!part) return null;
  const [from, until] = partHours[part];
  return marks.has('by') || marks.has('until') ? until : from;
}

function partOf(hour: number, day: DateTime | null, { now, timeZone, tense }: Reckoning): Date {
  const today = inZone(now, timeZone).startOf('day');
  if (day) return atHour(day, hour);
  const all = [-2, -1, 0, 1].map(shift => atHour(today.plus({ days: shift }), hour));
  const fitting = all.filter(at => (tense === 'past' ? at <= now : at > now));
  return nearest(fitting, now) ?? now;
}

const endOfWork = '17:00';

/** "Next week" is its Monday, "the weekend" its Saturday, "the end of the week" its Friday after work. */
function wholeOf(
  { unit, which, isEnd }: NonNullable<When['whole']>,
  { now, timeZone, defaultTime }: Reckoning,
): Date {
  const today = inZone(now, timeZone).startOf('day');
  const time = isEnd ? endOfWork : defaultTime;
  const shift = shifts[which];
  if (unit === 'day') return atTime(today.plus({ days: shift }), time);
  if (unit === 'month') {
    const month = today.plus({ months: shift });
    return atTime((isEnd ? month.endOf('month') : month.startOf('month')).startOf('day'), time);
  }
  const monday = weekOf(which, today);
  const [first, last] = unit === 'weekend' ? [5, 6] : [0, 4];
  return atTime(monday.plus({ days: isEnd ? last : first }), time);
}

/** All of it: "last week" from Monday to Monday, "the weekend" that is over or comes next. */
export function wholeSpan(
  { unit, which }: NonNullable<When['whole']>,
  { now, timeZone, tense }: Pick<Reckoning, 'now' | 'timeZone' | 'tense'>,
): { from: Date; until: Date } {
  const today = inZone(now, timeZone).startOf('day');
  if (unit === 'month') {
    const month = today.startOf('month').plus({ months: shifts[which] });
    return { from: month.toJSDate(), until: month.plus({ months: 1 }).toJSDate() };
  }
  const monday = weekOf(which, today);
  if (unit === 'week')
    return { from: monday.toJSDate(), until: monday.plus({ weeks: 1 }).toJSDate() };
  const saturday = monday.plus({ days: 5 });
  const begun =
    tense === 'past' && saturday.toJSDate() > now ? saturday.minus({ weeks: 1 }) : saturday;
  return { from: begun.toJSDate(), until: begun.plus({ days: 2 }).toJSDate() };
}

/** So many hours by the wall clock after a local midnight: 8 is eight o'clock even on the day the clocks change. */
export function atHour(midnight: DateTime, hours: number): Date {
  const minutes = Math.round(hours * 60);
  const date = midnight.plus({ days: Math.floor(minutes / 1_440) });
  const rest = minutes % 1_440;
  const time = `${pad(Math.floor(rest / 60))}:${pad(rest % 60)}`;
  return atTime(date, time);
}

function atTime(day: DateTime, time: string): Date {
  return wallClock(day.toFormat('yyyy-MM-dd'), time, day.zoneName ?? 'UTC');
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

/** The same instant a whole number of days later, on the wall clock of the zone. */
export function daysLater(at: Date, days: number, timeZone: string): Date {
  return days === 0 ? at : plus(at, inZone(at, timeZone).plus({ days }).toMillis() - at.getTime());
}
