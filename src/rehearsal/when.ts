import { durationMinutes } from '../setup/duration.ts';
import { day, isoInstant, minute, plus } from '../shared/time.ts';

/** What relative and zone-less moments of a scenario are counted from. */
export interface Frame {
  readonly from: Date;
  /** The zone in which a moment without an offset is read. */
  readonly timeZone: string;
}

/** Nothing in a scenario is further away than this. */
const furthest = 800 * day;

/** "30m", "3h2m", "5d" in milliseconds; null for anything else. */
export function parseDuration(text: string): number | null {
  const minutes = durationMinutes(text.trim());
  return minutes === null || minutes * minute > furthest ? null : Math.round(minutes * minute);
}

/** "-1h" or "+90m" in milliseconds, with its sign; null for anything else. */
export function parseShift(text: string): number | null {
  const [, sign, rest = ''] = /^([+-])(.+)$/.exec(text.trim()) ?? [];
  const shift = sign ? parseDuration(rest) : null;
  return shift === null ? null : sign === '-' ? -shift : shift;
}

/**
 * A moment of a scenario: "+65m" and "+5d" are elapsed time after its beginning (a day is 24 hours, whatever
 * the clocks do); "2026-03-08T10:00:00-05:00" is absolute, and without an offset on the customer's wall clock.
 */
export function parseMoment(text: string, { from, timeZone }: Frame): Date | null {
  if (/^[+-]/.test(text.trim())) {
    const shift = parseShift(text);
    return shift === null ? null : plus(from, shift);
  }
  return parseInstant(text, timeZone);
}

/** An absolute moment with date and time of day; null for anything else. */
export function parseInstant(text: string, timeZone: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/.test(text.trim())) return null;
  const moment = isoInstant(text.trim().replace(' ', 'T'), timeZone);
  return Number.isNaN(moment.getTime()) ? null : moment;
}
