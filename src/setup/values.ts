import { DateTime, IANAZone } from 'luxon';
import { z } from 'zod';
import { inZone, isoInstant, isTimeZone } from '../shared/time.ts';
import { durationMinutes } from './duration.ts';
import { shown } from './source.ts';

/** What JSON Schema can say of a value: its kind, an example, limits. */
export type ValueShape = Readonly<Record<string, unknown>>;

/**
 * A value read by `read`, which answers null to what it does not understand; `hint` is what to write
 * instead ("a duration, like 5m"), `shape` the same for editors and the API's description.
 */
export function value<T>(
  read: (input: unknown) => T | null,
  hint: string,
  shape: ValueShape = { type: 'string' },
) {
  return z
    .unknown()
    .transform((input, context): T => {
      const result = input === undefined || input === null ? null : read(input);
      if (result !== null) return result;
      context.issues.push({ code: 'custom', input, message: wrong(input, hint) });
      return z.NEVER;
    })
    .meta({ ...shape, description: hint });
}

/** The sentence that says what is wrong with a value and what to write instead. */
export function wrong(input: unknown, hint: string): string {
  if (input === undefined || input === null) return `is missing; write ${hint}`;
  return `"${shown(input)}" does not fit; write ${hint}`;
}

function text(pattern: RegExp, input: unknown): string | null {
  return typeof input === 'string' && pattern.test(input) ? input : null;
}

const idPattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** Our own short name of a thing. No slash and no colon: composed ids and keys are made with them. */
export const id = value(
  input => (isReserved(input) ? null : text(idPattern, input)),
  'a short id of letters, digits, ".", "_" and "-", like northwind or adv-1',
  { type: 'string', pattern: idPattern.source, examples: ['northwind'] },
);

function isReserved(input: unknown): boolean {
  return input === '__proto__' || input === 'constructor' || input === 'prototype';
}

/** One line that people read. */
export const name = value(
  input => {
    if (typeof input !== 'string') return null;
    const line = input.trim();
    return line !== '' && line.length <= 200 && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(line) ? line : null;
  },
  'a name of one line and at most 200 characters, in quotes when it is a number',
  {
    type: 'string',
    minLength: 1,
    maxLength: 200,
  },
);

/** Some sentences that the vendor's people read. */
export const paragraph = value(
  input => (typeof input === 'string' && input.length <= 4_000 ? input.trim() : null),
  'text of at most 4,000 characters',
  { type: 'string', maxLength: 4_000 },
);

/** A skill or another single word. */
export const word = value(
  input => text(/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,63}$/u, input),
  'a word, like databases',
  { type: 'string', examples: ['databases'] },
);

export const timeZone = value(
  input => (typeof input === 'string' && isKnownZone(input) ? input : null),
  'a time zone name, like Europe/London or America/New_York',
  { type: 'string', examples: ['Europe/London'] },
);

/** Zones that are known to be some: asking takes a third of a millisecond and memory outside the heap, a file asks often. */
const knownZones = new Set<string>();

/** Luxon also takes "local" and "UTC+3"; the first depends on the machine, the second knows no summer time. */
function isKnownZone(zone: string): boolean {
  if (knownZones.has(zone)) return true;
  const isLike = zone === 'UTC' || zone.includes('/');
  if (!isLike || !IANAZone.isValidZone(zone) || !isTimeZone(zone)) return false;
  knownZones.add(zone);
  return true;
}

/** RFC 3339, and what Git, Jira, PostgreSQL, Ruby and people make of it. */
const instantPattern =
  /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?) ?([Zz]|UTC|[+-]\d{2}(?::?\d{2})?)$/;

/** A moment with its offset from UTC, or null. */
export function readInstant(input: unknown): Date | null {
  return ordinaryInstant(input) ?? anyInstant(input);
}

const ordinary = /^(20\d\d)-(\d\d)-(\d\d)T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:Z|[+-]\d\d:\d\d)$/;

/** As nearly every file has it, without Luxon: a large one holds a hundred thousand. */
function ordinaryInstant(input: unknown): Date | null {
  const parts = typeof input === 'string' ? ordinary.exec(input) : null;
  if (!parts) return null;
  const [text, year, month, day] = parts;
  const isDay = new Date(`${year}-${month}-${day}T00:00Z`).getUTCDate() === Number(day);
  const moment = new Date(text);
  return isDay && !Number.isNaN(moment.getTime()) ? moment : null;
}

function anyInstant(input: unknown): Date | null {
  const parts = typeof input === 'string' ? instantPattern.exec(input) : null;
  if (!parts) return null;
  const [, day, time, offset = ''] = parts;
  const zone = offset === 'UTC' ? 'Z' : offset;
  return inReach(DateTime.fromISO(`${day}T${time}${zone}`, { setZone: true }));
}

function inReach(moment: DateTime): Date | null {
  return moment.isValid && moment.year >= 2000 && moment.year <= 2100 ? moment.toJSDate() : null;
}

export const instant = value(
  readInstant,
  'a moment with its offset from UTC, like 2026-03-06T18:00:00-05:00',
  { type: 'string', examples: ['2026-03-06T18:00:00-05:00'] },
);

/** An address on the web that only its owner can read, or somebody they gave it to. "webcal:" is what calendars call https. */
export const webAddress = value(
  input => {
    const text = typeof input === 'string' ? input.replace(/^webcals?:/, 'https:') : '';
    return text.length <= 2_000 && /^https?:$/.test(protocolOf(text)) ? text : null;
  },
  'an address, like https://calendar.example.com/leave.ics',
  { type: 'string', maxLength: 2_000, examples: ['https://calendar.example.com/leave.ics'] },
);

function protocolOf(text: string): string {
  return URL.canParse(text) ? new URL(text).protocol : '';
}

/** A country by ISO 3166. */
export const countryCode = value(
  input => text(/^[A-Za-z]{2}$/, input)?.toUpperCase() ?? null,
  'a country of two letters, like US or DE',
  { type: 'string', examples: ['US'] },
);

/** A part of a country, as ISO 3166-2 names it behind the country. */
export const regionCode = value(
  input => text(/^[A-Za-z0-9]{1,6}$/, input)?.toUpperCase() ?? null,
  'a part of the country in a few letters, like ny or BY',
  { type: 'string', examples: ['ny'] },
);

/** A day of the calendar, "2026-07-03". */
export const date = value(
  input =>
    text(/^\d{4}-\d{2}-\d{2}$/, input) && inReach(DateTime.fromISO(`${input}`)) ? `${input}` : null,
  'a date, like 2026-07-03',
  { type: 'string', examples: ['2026-07-03'] },
);

/** A time on the wall clock as "09:00"; "24:00" is the end of the day. */
export function readTimeOfDay(input: unknown): string | null {
  const time = text(/^(?:(?:[01]?\d|2[0-3]):[0-5]\d|24:00)$/, input);
  return time?.padStart(5, '0') ?? null;
}

export const timeOfDay = value(readTimeOfDay, 'a time of day in quotes, like "09:00"', {
  type: 'string',
  examples: ['09:00'],
});

const localPattern = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?)?$/;

/** A moment on the wall clock of a zone that stands elsewhere, or an instant with its own offset. */
export const wallMoment = value(
  input => {
    if (readInstant(input)) return `${input}`;
    const local = text(localPattern, input);
    return local && inReach(DateTime.fromISO(local)) ? local : null;
  },
  'a date and time in the zone of the schedule, like 2026-03-02T09:00',
  {
    type: 'string',
    examples: ['2026-03-02T09:00'],
  },
);

/** The instant a `wallMoment` means in `zone`. */
export function wallInstant(moment: string, zone: string): Date {
  return isoInstant(moment, zone);
}

/** The same on the wall clock of `zone`, "2026-03-02T09:00". */
export function wallReading(moment: string, zone: string): string {
  return inZone(isoInstant(moment, zone), zone).toFormat("yyyy-MM-dd'T'HH:mm");
}

/** A duration in minutes, with its limits in minutes. */
export function minutes(least: number, most: number, hint: string) {
  const read = (input: unknown) => {
    const amount = typeof input === 'string' ? durationMinutes(input) : null;
    return amount !== null && amount >= least && amount <= most ? amount : null;
  };
  return value(read, hint, { type: 'string', examples: ['5m'] });
}

/** The length of a turn on call, in days of the wall clock. */
export const turnDays = value(
  input => {
    const amount = typeof input === 'string' ? durationMinutes(input) : null;
    return amount !== null && amount >= 60 && amount <= 366 * 24 * 60 ? amount / (24 * 60) : null;
  },
  'a duration from 1h to 366d, like 12h, 1d or 1w',
  { type: 'string', examples: ['1w'] },
);

/** An id that a platform gave; a name with # or @ is not one. */
export const platformId = value(
  input => text(/^[^\s#@<>][^\s<>]{0,254}$/, input),
  'the id the platform shows, like U0LEAD or C0SHARED, not a #name or @name',
  { type: 'string', examples: ['C0SHARED'] },
);

/** A mailbox, in small letters: no two people differ by them alone. */
export const mailAddress = value(
  input => text(/^[^\s@<>,;"]{1,64}@[A-Za-z0-9.-]{1,190}$/, input)?.toLowerCase() ?? null,
  'a mailbox, like daniel@northwind.example',
  { type: 'string', examples: ['daniel@northwind.example'] },
);

/** A whole number within limits that are both allowed. */
export function wholeNumber(least: number, most: number) {
  return value(
    input =>
      typeof input === 'number' && Number.isInteger(input) && input >= least && input <= most
        ? input
        : null,
    `a whole number from ${least} to ${most}`,
    { type: 'integer', minimum: least, maximum: most },
  );
}

/** One of a few words. */
export function oneOf<const T extends string>(choices: readonly T[]) {
  return value(
    input => choices.find(choice => choice === input) ?? null,
    `one of ${choices.join(', ')}`,
    { type: 'string', enum: [...choices] },
  );
}
