import { DateTime } from 'luxon';

/** Digits above this are milliseconds since 1970, below it seconds: both mean a day of this century. */
const secondsEnd = 100_000_000_000;

/** A moment as systems write it: RFC 3339, "2026-03-06 23:00:00 UTC", seconds or milliseconds since 1970; null for anything else. */
export function momentFrom(value: unknown): Date | null {
  if (typeof value === 'number' || (typeof value === 'string' && /^\d{9,13}$/.test(value))) {
    const count = Number(value);
    return inReach(DateTime.fromMillis(count < secondsEnd ? count * 1_000 : count));
  }
  if (typeof value !== 'string' || value.length > 40) return null;
  const plain = value
    .trim()
    .replace(/^(\d{4}-\d{2}-\d{2}) /, '$1T')
    .replace(/ ?UTC$/, 'Z');
  const text = plain.replace(/ ([+-]\d{2}:?\d{2})$/, '$1');
  // Without an offset nobody knows which moment it is.
  if (!/(?:[Zz]|[+-]\d{2}:?\d{2})$/.test(text)) return null;
  return inReach(DateTime.fromISO(text, { setZone: true }));
}

function inReach(moment: DateTime): Date | null {
  return moment.isValid && moment.year >= 2000 && moment.year <= 2100 ? moment.toJSDate() : null;
}
