/** A time written in figures, as it stands there: what it means is for the words around it. */
export type Figure =
  /** `other` is how another country reads it, when both are days: 3/4 is a day in April or in March. */
  | { readonly kind: 'date'; readonly date: CalendarDate; readonly other: CalendarDate | null }
  | { readonly kind: 'clock'; readonly clock: Clock }
  /** "18h", "1h30": so many hours, or that hour. */
  | { readonly kind: 'hours'; readonly clock: Clock; readonly hours: number }
  /** "9.30": a time of day after "at", else one and a half of something. */
  | { readonly kind: 'dotted'; readonly clock: Clock; readonly number: number }
  /** "3/4": a day only where a day is expected. */
  | { readonly kind: 'slashed'; readonly date: CalendarDate; readonly other: CalendarDate | null }
  | { readonly kind: 'number'; readonly number: number; readonly isOrdinal: boolean };

export interface CalendarDate {
  /** Null = not said. */
  readonly year: number | null;
  /** Null = not said: "the 20th". */
  readonly month: number | null;
  readonly day: number;
}

export interface Clock {
  readonly hour: number;
  readonly minute: number;
  /**
   * `exact`: by a clock of 24 hours, or with "pm". `soft`: "6 Uhr", "6h", an hour of such a clock that in speech also
   * means the afternoon. `bare`: "at 6", "half past six".
   */
  readonly form: 'exact' | 'soft' | 'bare';
  /** Minutes from UTC, when a zone was said. */
  readonly offset?: number;
}

export interface ReadFigure {
  readonly figure: Figure;
  readonly length: number;
}

type Reader = (match: RegExpExecArray) => Figure | null;

const figures: readonly (readonly [RegExp, Reader])[] = [
  [/(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:T(?=\d)|(?!\d))/y, ([, y, m, d]) => dateOf(y, m, d)],
  [/(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日/y, ([, y, m, d]) => dateOf(y, m, d)],
  [/(\d{1,2})\.\s?(\d{1,2})\.(?:\s?(\d{4})|(\d{2})(?![:.]))?(?!\d)/y, readDayMonth],
  [/(\d{1,2})([-/])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/y, ([, a, , b, y]) => doubtfulDate(a, b, y)],
  [/(\d{1,2})(?:[:.](\d{2}))?\s?([ap])\.?\s?m\b\.?/iy, readHalf],
  [/(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(?![\d:])/y, ([, h, m]) => clockOf(h, m, 'exact')],
  [
    /(\d{1,2})時(?!間)(?:(\d{1,2})分|(半))?/y,
    ([, h, m, half]) => clockOf(h, half ? '30' : m, 'soft'),
  ],
  [/(\d{1,2})\s?h\s?(\d{2})?(?![\p{L}\d])/iuy, readHours],
  [/(\d{1,2})\.(\d{2})(?![\d.])/y, readDotted],
  [/(0\d)([0-5]\d)(?!\d)/y, readDotted],
  [/(\d{1,2})\/(\d{1,2})(?![\d/])/y, readSlashed],
  [/(\d{1,6})[.,](\d)(?![\d.,])/y, ([, whole, part]) => numberOf(`${whole}.${part}`)],
  [/(\d{1,6})(st|nd|rd|th|er|º|ª|\.(?=\s+\p{L}))?(?![\d/]|[.,:]\d|\p{L})/iuy, readNumber],
  [/(\d{1,3})(?=\p{L}{1,8}\b)/uy, ([, n]) => numberOf(n)],
  [/(\d{1,3})(?=[\p{Script=Han}\p{Script=Hiragana}])/uy, ([, n]) => numberOf(n)],
];

/** The time in figures that begins here in the text; null when there is none, as in "v2". */
export function figureAt(text: string, at: number): ReadFigure | null {
  const before = text.slice(Math.max(0, at - 2), at);
  if (/(?<!\dT)(?<=\p{Script=Latin})$/u.test(before)) return null;
  for (const [pattern, read] of figures) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const figure = match && read(match);
    if (figure) return withZone({ figure, length: match[0].length }, text, at);
  }
  return null;
}

/** Minutes from UTC. Written in capitals only: "est" is French for "is". */
const zones: Readonly<Record<string, number>> = {
  UTC: 0,
  GMT: 0,
  Z: 0,
  BST: 60,
  CET: 60,
  CEST: 120,
  MEZ: 60,
  MESZ: 120,
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
  JST: 540,
};

/** "18:00 CET": the zone belongs to the reading before it. */
function withZone(read: ReadFigure, text: string, at: number): ReadFigure {
  const { figure, length } = read;
  if (figure.kind !== 'clock') return read;
  const found = /^\s?([A-Z]{1,4})\b/.exec(text.slice(at + length, at + length + 6));
  const offset = zones[found?.[1] ?? ''];
  if (!found || offset === undefined) return read;
  const clock = { ...figure.clock, offset };
  return { figure: { kind: 'clock', clock }, length: length + found[0].length };
}

function calendarDate(year: string | undefined, month: number, day: number): CalendarDate | null {
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= 31;
  const full = year?.length === 2 ? `20${year}` : year;
  return isDay ? { year: full ? Number(full) : null, month, day } : null;
}

function dateOf(year?: string, month?: string, day?: string): Figure | null {
  const date = calendarDate(year, Number(month), Number(day));
  return date && { kind: 'date', date, other: null };
}

/** Day first, or month first: what only one of them can be is that; what both can be is left open. */
function doubtfulDate(first?: string, second?: string, year?: string): Figure | null {
  const dayFirst = calendarDate(year, Number(second), Number(first));
  const monthFirst = calendarDate(year, Number(first), Number(second));
  const date = dayFirst ?? monthFirst;
  const other = dayFirst && monthFirst && first !== second ? monthFirst : null;
  return date && { kind: 'date', date, other };
}

function readDayMonth([, day, month, year, short]: RegExpExecArray): Figure | null {
  return dateOf(year ?? short, month, day);
}

function readSlashed([, first, second]: RegExpExecArray): Figure | null {
  const read = doubtfulDate(first, second);
  return read?.kind === 'date' ? { ...read, kind: 'slashed' } : null;
}

function clockOf(hours = '', minutes = '0', form: Clock['form'] = 'exact'): Figure | null {
  const [hour, minute] = [Number(hours), Number(minutes)];
  const isClock = hour <= 24 && minute < 60 && (hour < 24 || minute === 0);
  return isClock ? { kind: 'clock', clock: { hour, minute, form } } : null;
}

function readHalf([, hours, minutes = '0', half]: RegExpExecArray): Figure | null {
  const hour = Number(hours);
  if (hour < 1 || hour > 12) return null;
  const isAfternoon = half?.toLowerCase() === 'p';
  return clockOf(String((hour % 12) + (isAfternoon ? 12 : 0)), minutes, 'exact');
}

function readHours([, hours = '', minutes = '0']: RegExpExecArray): Figure | null {
  const read = clockOf(hours, minutes, 'soft');
  const amount = Number(hours) + Number(minutes) / 60;
  return read?.kind === 'clock' ? { kind: 'hours', clock: read.clock, hours: amount } : null;
}

function readDotted([, whole, part]: RegExpExecArray): Figure | null {
  const read = clockOf(whole, part, 'exact');
  const number = Number(`${whole}.${part}`);
  return read?.kind === 'clock'
    ? { kind: 'dotted', clock: read.clock, number }
    : numberOf(`${number}`);
}

function numberOf(written = ''): Figure {
  return { kind: 'number', number: Number(written), isOrdinal: false };
}

function readNumber([, written, ordinal]: RegExpExecArray): Figure {
  return { kind: 'number', number: Number(written), isOrdinal: ordinal !== undefined };
}
