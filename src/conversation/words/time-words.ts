import { type ParsedComponents, type ParsedResult, parse } from 'chrono-node';
import { dateIn, day, inZone, plus, wallClock } from '../../shared/time.ts';

/** The wall clock words are meant on, and the time of day a bare day stands for. */
export interface ClockReading {
  readonly now: Date;
  readonly timeZone: string;
  /** "09:00" */
  readonly defaultTime: string;
}

export interface Moment {
  readonly at: Date;
  /** What was said besides the time. */
  readonly rest: string;
  /** True when a time of day was said, not only a day. */
  readonly hasTime: boolean;
}

/**
 * The next moment these words name ("Monday", "in 2 hours", "at 4", "Fri 17:00"), on the speaker's wall
 * clock; null when they name none. "At 4" is the afternoon: nobody plans with us for four at night.
 */
export function momentIn(words: string, reading: ClockReading): Moment | null {
  const found = parseOn(words, reading)[0];
  if (!found) return null;
  const rest = `${words.slice(0, found.index)} ${words.slice(found.index + found.text.length)}`;
  const hasTime = found.start.isCertain('hour');
  return { at: instantOf(found.start, reading), rest: rest.replace(/\s+/g, ' ').trim(), hasTime };
}

/** An instant as a form writes it ("2026-03-06T23:40:00.000Z"), or null. */
export function readInstant(words: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(words)) return null;
  const at = new Date(words);
  return Number.isNaN(at.getTime()) ? null : at;
}

/** Both ends of a stretch of time ("Friday 18:00 until Saturday 9:00"), or null. */
export function stretchIn(
  words: string,
  reading: ClockReading,
): { from: Date; until: Date } | null {
  const found = parseOn(words, reading);
  const first = found[0];
  const end = first?.end ?? found[1]?.start;
  if (!first || !end) return null;
  const from = instantOf(first.start, reading);
  const until = instantOf(end, reading);
  return until > from ? { from, until } : null;
}

function parseOn(words: string, { now, timeZone }: ClockReading): ParsedResult[] {
  const offset = inZone(now, timeZone).offset;
  return parse(words, { instant: now, timezone: offset }, { forwardDate: true });
}

function instantOf(start: ParsedComponents, reading: ClockReading): Date {
  // "In 2 hours" is counted, not read off the wall clock, which may jump meanwhile.
  if (start.isCertain('timezoneOffset')) return start.date();
  const { now, timeZone, defaultTime } = reading;
  const isDated = start.isCertain('day') || start.isCertain('weekday');
  const date = isDated || !start.isCertain('hour') ? dateOf(start) : today(reading);
  if (!start.isCertain('hour')) return wallClock(date, defaultTime, timeZone);
  const said = start.get('hour') ?? 0;
  const isAfternoon = !start.isCertain('meridiem') && said >= 1 && said <= 6;
  const time = `${pad(isAfternoon ? said + 12 : said, 2)}:${pad(start.get('minute'), 2)}`;
  const at = wallClock(date, time, timeZone);
  return at <= now && !isDated ? plus(at, day) : at;
}

function dateOf(start: ParsedComponents): string {
  return `${pad(start.get('year'), 4)}-${pad(start.get('month'), 2)}-${pad(start.get('day'), 2)}`;
}

function today({ now, timeZone }: ClockReading): string {
  return dateIn(timeZone, now);
}

function pad(value: number | null, length: number): string {
  return String(value ?? 0).padStart(length, '0');
}
