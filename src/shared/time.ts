import { DateTime, IANAZone, Info, type Zone } from 'luxon';

export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;
export const week = 7 * day;

/** `instant` moved by so many milliseconds. */
export function plus(instant: Date, milliseconds: number): Date {
  return new Date(instant.getTime() + milliseconds);
}

/** How many milliseconds `later` is after `earlier`; negative when it is before. */
export function since(earlier: Date, later: Date): number {
  return later.getTime() - earlier.getTime();
}

/** True when `a` comes strictly before `b`. */
export function isBefore(a: Date, b: Date): boolean {
  return a.getTime() < b.getTime();
}

/** The earliest of the instants given, or null when there is none. */
export function earliest(instants: readonly (Date | null | undefined)[]): Date | null {
  let first: Date | null = null;
  for (const instant of instants) {
    if (instant && (!first || isBefore(instant, first))) first = instant;
  }
  return first;
}

/** The same instant as seen on the wall clock of `timeZone` (an IANA name). */
export function inZone(instant: Date, timeZone: string): DateTime {
  return DateTime.fromJSDate(instant, { zone: zoneOf(timeZone) });
}

/** A zone that asks the runtime for its offset once a quarter of an hour: no clock has changed in between. */
class RememberingZone extends IANAZone {
  readonly #offsets = new Map<number, number>();

  override offset(instant: number): number {
    const quarter = Math.floor(instant / (15 * minute));
    const known = this.#offsets.get(quarter);
    if (known !== undefined) return known;
    const offset = super.offset(instant);
    if (this.#offsets.size >= 20_000) this.#offsets.clear();
    this.#offsets.set(quarter, offset);
    return offset;
  }
}

const zones = new Map<string, Zone>();

/** The zone of that name, which remembers its offsets; asking the system for one is slow. Not valid for a name nobody knows. */
export function zoneOf(timeZone: string): Zone {
  const known = zones.get(timeZone);
  if (known) return known;
  const zone = Info.normalizeZone(timeZone);
  if (!zone.isValid) return zone;
  const remembering = zone instanceof IANAZone ? new RememberingZone(zone.name) : zone;
  zones.set(timeZone, remembering);
  return remembering;
}

/** The date that the calendar of `timeZone` shows at the instant: "2026-03-08". */
export function dateIn(timeZone: string, instant: Date): string {
  return inZone(instant, timeZone).toFormat('yyyy-MM-dd');
}

/** The date after this one, in any calendar. */
export function nextDate(date: string): string {
  return new Date(Date.parse(date) + day).toISOString().slice(0, 10);
}

/** The weekday of a date: 1 = Monday … 7 = Sunday. */
export function weekdayOf(date: string): number {
  return new Date(date).getUTCDay() || 7;
}

/**
 * The instant at which the wall clock of `timeZone` shows `date` ("2026-03-08") and `time` ("02:30"), whatever
 * today is. A time that a spring-forward gap skips moves forward by the gap (02:30 → 03:30); a time that comes
 * twice at a fall-back is taken the first time.
 */
export function wallClock(date: string, time: string, timeZone: string): Date {
  const moment = `${date}T${time}`;
  const key = `${moment} ${timeZone}`;
  const known = wallClocks.get(key);
  if (known !== undefined) return new Date(known);
  const at = firstShowing(DateTime.fromISO(moment, { zone: 'utc' }).toMillis(), timeZone);
  if (wallClocks.size >= 20_000) wallClocks.clear();
  wallClocks.set(key, at);
  return new Date(at);
}

/**
 * When a wall clock in `timeZone` first shows what one in UTC shows at `reading`. Hazard: left to itself, Luxon
 * tries the offset of this very day first, and answers in July otherwise than in January.
 */
export function firstShowing(reading: number, timeZone: string): number {
  const zone = zoneOf(timeZone);
  const offsetAt = (instant: number) => zone.offset(instant) * minute;
  const before = reading - offsetAt(reading - day);
  const after = reading - offsetAt(reading + day);
  if (before === after) return before;
  const isShown = (instant: number) => instant + offsetAt(instant) === reading;
  return isShown(before) || !isShown(after) ? before : after;
}

/** A moment in ISO 8601 by its own offset, else on the wall clock of `timeZone`; an invalid date when it is none. */
export function isoInstant(moment: string, timeZone: string): Date {
  const [date = '', time = '00:00'] = moment.split('T');
  const hasOffset = /(?:[Zz]|[+-]\d{2}:?\d{2})$/.test(time);
  return hasOffset ? DateTime.fromISO(moment).toJSDate() : wallClock(date, time, timeZone);
}

/** Asking a zone for its offset is slow, and the same mornings are asked for again and again. */
const wallClocks = new Map<string, number>();

/** True for a time zone name this machine knows. */
export function isTimeZone(name: string): boolean {
  return DateTime.local({ zone: name }).isValid && name.trim() !== '';
}
