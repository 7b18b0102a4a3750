import {
  type Atom,
  afterGlue,
  amountAt,
  type DayPart,
  has,
  type ReadAtom,
  type TimeUnit,
  type WhichOne,
} from './atom.ts';
import type { Piece } from './piece.ts';
import type { TimeIdea } from './table.ts';

/** "2026-04-03", "3.4.2026", "6 March", "March 6th, 2026". */
export const readDate: ReadAtom = (pieces, at) => {
  const { figure = null } = pieces[at] ?? {};
  if (figure?.kind === 'date')
    return { kind: 'date', date: figure.date, other: figure.other, until: at + 1 };
  return dayThenMonth(pieces, at) ?? monthThenDay(pieces, at);
};

function dayThenMonth(pieces: readonly Piece[], at: number): Atom | null {
  const day = amountAt(pieces, at);
  const monthAt = day ? afterGlue(pieces, day.until) : at;
  const month = pieces[monthAt]?.month ?? null;
  return day && month !== null
    ? dated(pieces, { day: day.value, month, until: monthAt + 1 })
    : null;
}

function monthThenDay(pieces: readonly Piece[], at: number): Atom | null {
  const month = pieces[at]?.month ?? null;
  if (month === null) return null;
  const day = amountAt(pieces, afterGlue(pieces, at + 1));
  return day && !day.isSpoken ? dated(pieces, { day: day.value, month, until: day.until }) : null;
}

function dated(
  pieces: readonly Piece[],
  { day, month, until }: { day: number; month: number; until: number },
): Atom | null {
  if (day < 1 || day > 31 || !Number.isInteger(day)) return null;
  const yearAt = afterGlue(pieces, until);
  const year = amountAt(pieces, yearAt);
  const isYear = year !== null && year.value >= 2000 && year.value <= 2100;
  return {
    kind: 'date',
    date: { year: isYear ? year.value : null, month, day },
    other: null,
    until: isYear ? year.until : until,
  };
}

const whichOnes: readonly WhichOne[] = ['this', 'next', 'last'];

function whichOf(piece: Piece | undefined): WhichOne | null {
  return whichOnes.find(which => has(piece, which)) ?? null;
}

/** "Friday", "next Friday", "vendredi prochain". */
export const readWeekday: ReadAtom = (pieces, at) => {
  const before = whichOf(pieces[at]);
  const dayAt = before && pieces[at]?.weekday === null ? at + 1 : at;
  const weekday = pieces[dayAt]?.weekday ?? null;
  if (weekday === null) return null;
  const after = before === null && !pieces[dayAt + 1]?.isFirst ? whichOf(pieces[dayAt + 1]) : null;
  return { kind: 'weekday', weekday, which: before ?? after, until: dayAt + (after ? 2 : 1) };
};

const nearDays: readonly (readonly [TimeIdea, number, DayPart | null])[] = [
  ['last night', -1, 'night'],
  ['tonight', 0, 'night'],
  ['after tomorrow', 2, null],
  ['before yesterday', -2, null],
  ['tomorrow', 1, null],
  ['yesterday', -1, null],
  ['today', 0, null],
];

/** "Today", "tonight", "the day before yesterday". */
export const readNear: ReadAtom = (pieces, at) => {
  const found = nearDays.find(([idea]) => has(pieces[at], idea));
  return found ? { kind: 'near', days: found[1], part: found[2], until: at + 1 } : null;
};

const parts: readonly DayPart[] = [
  'midnight',
  'noon',
  'afternoon',
  'evening',
  'early',
  'morning',
  'night',
  'am',
  'pm',
];

/** "In the morning", "midnight"; "this evening" is today's. */
export const readPart: ReadAtom = (pieces, at) => {
  const isThis = has(pieces[at], 'this') && pieces[at]?.ideas.size === 1;
  const partAt = isThis ? at + 1 : at;
  const part = parts.find(each => has(pieces[partAt], each));
  if (!part || (isHalf(part) && !isFigure(pieces[partAt - 1]))) return null;
  return isThis
    ? { kind: 'near', days: 0, part, until: partAt + 1 }
    : { kind: 'part', part, until: partAt + 1 };
};

/** The "am" in "how I am" is none. */
function isHalf(part: DayPart): boolean {
  return part === 'am' || part === 'pm';
}

function isFigure(piece: Piece | undefined): boolean {
  return (
    piece !== undefined && (piece.figure !== null || piece.number !== null || has(piece, 'oclock'))
  );
}

const wholes: readonly TimeUnit[] = ['weekend', 'week', 'month', 'day'];

/** "This week", "last weekend", "the end of the week", "end of day". */
export const readWhole: ReadAtom = (pieces, at) => {
  if (has(pieces[at], 'end of day'))
    return { kind: 'whole', unit: 'day', which: 'this', isEnd: true, until: at + 1 };
  const isEnd = has(pieces[at], 'end');
  const start = isEnd ? afterGlue(pieces, at + 1) : at;
  const before = whichOf(pieces[start]);
  const unitAt = before ? start + 1 : start;
  const unit = wholes.find(each => has(pieces[unitAt], each));
  if (!unit) return null;
  const after =
    before === null && !pieces[unitAt + 1]?.isFirst ? whichOf(pieces[unitAt + 1]) : null;
  const which = before ?? after;
  // "Week" alone is no time, and "the last days" not so many: only "the weekend" speaks for itself.
  if (which === null && !isEnd && unit !== 'weekend') return null;
  if (unit === 'day' && !isEnd) return null;
  return { kind: 'whole', unit, which: which ?? 'this', isEnd, until: unitAt + (after ? 2 : 1) };
};
