import { type Atom, afterGlue, amountAt, has, type ReadAtom } from './atom.ts';
import type { Piece } from './piece.ts';
import { readClock, readSpan } from './read-clock.ts';
import { readDate, readNear, readPart, readWeekday, readWhole } from './read-day.ts';
import type { TimeIdea } from './table.ts';

/** What stands before (in Japanese: after) a time and says how it stands to the rest. */
export const marks = [
  'at',
  'in',
  'ago',
  'hence',
  'from',
  'until',
  'by',
  'since',
  'between',
  'and',
  'last',
  'next',
] as const satisfies readonly TimeIdea[];

export type Mark = (typeof marks)[number];

/** A text as its times are put together from: what is said, what joins it, and what parts it. */
export type Item = { readonly from: number; readonly until: number } & (
  | { readonly kind: 'atom'; readonly atom: Atom }
  | { readonly kind: 'marks'; readonly marks: ReadonlySet<Mark> }
  | { readonly kind: 'glue' }
  | { readonly kind: 'break' }
);

/** In this order: what says more goes first. */
const readers: readonly ReadAtom[] = [
  readDate,
  readSpanOrClock,
  readNear,
  readWeekday,
  readWhole,
  readPart,
];

/** "Two hours" and "two o'clock" begin alike; whichever takes more words is meant. */
function readSpanOrClock(pieces: readonly Piece[], at: number): Atom | null {
  const [span, clock] = [readSpan(pieces, at), readClock(pieces, at)];
  return span && clock && clock.until >= span.until ? clock : (span ?? clock);
}

/** The items of a text in pieces. */
export function itemsOf(text: string, pieces: readonly Piece[]): Item[] {
  const items: Item[] = [];
  for (let at = 0; at < pieces.length; ) {
    const piece = pieces[at];
    if (!piece) break;
    if (piece.isFirst) items.push({ kind: 'break', from: piece.from, until: piece.from });
    const atom = atomAt({ text, pieces, items }, at);
    const until = atom?.until ?? at + 1;
    const place = { from: piece.from, until: pieces[until - 1]?.until ?? piece.until };
    items.push(atom ? { kind: 'atom', atom, ...place } : { ...joiningOf(piece), ...place });
    at = until;
  }
  return items;
}

function joiningOf(
  piece: Piece,
): { kind: 'marks'; marks: ReadonlySet<Mark> } | { kind: 'glue' } | { kind: 'break' } {
  const own = marks.filter(mark => has(piece, mark));
  if (own.length > 0) return { kind: 'marks', marks: new Set(own) };
  return { kind: has(piece, 'glue') ? 'glue' : 'break' };
}

interface Around {
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** What was read before. */
  readonly items: readonly Item[];
}

function atomAt(around: Around, at: number): Atom | null {
  const { pieces } = around;
  for (const read of readers) {
    const atom = read(pieces, at);
    if (atom) return atom;
  }
  return expectedDay(around, at) ?? expectedHour(around, at) ?? expectedSpan(around, at);
}

/** "By 3/4", "on the 20th": a day, where one is expected. */
function expectedDay({ pieces, items }: Around, at: number): Atom | null {
  const { figure = null } = pieces[at] ?? {};
  if (figure?.kind === 'number' && figure.isOrdinal && figure.number <= 31 && marksBefore(items))
    return {
      kind: 'date',
      date: { year: null, month: null, day: figure.number },
      other: null,
      until: at + 1,
    };
  if (figure?.kind !== 'slashed' || !marksBefore(items)) return null;
  return { kind: 'date', date: figure.date, other: figure.other, until: at + 1 };
}

/** "At 9", "from 9 to 5", "Saturday 10 to 6": an hour, where one is expected. */
function expectedHour(around: Around, at: number): Atom | null {
  const { pieces, items } = around;
  const { figure = null } = pieces[at] ?? {};
  if (figure?.kind === 'dotted')
    return marksBefore(items) ? { kind: 'clock', clock: figure.clock, until: at + 1 } : null;
  const number = amountAt(pieces, at);
  if (!number || number.value > 24 || !Number.isInteger(number.value)) return null;
  if (pieces[at]?.number === 1 || isCounting(around, number.until)) return null;
  const isExpected =
    marksBefore(items) !== null ||
    readPart(pieces, afterGlue(pieces, number.until)) !== null ||
    isRange(pieces, number.until) ||
    isAfterDay(around, number.until);
  const clock = { hour: number.value, minute: 0, form: 'bare' } as const;
  return isExpected ? { kind: 'clock', clock, until: number.until } : null;
}

/** "Within the hour", "in the last hour": one of them, where so much time is expected. */
function expectedSpan({ pieces, items }: Around, at: number): Atom | null {
  const last = items.findLast(({ kind }) => kind !== 'glue');
  const isExpected = last?.kind === 'marks' && (last.marks.has('in') || last.marks.has('last'));
  if (!isExpected || !has(pieces[at], 'hour')) return null;
  return { kind: 'span', amount: 1, unit: 'hour', clock: null, until: at + 1 };
}

const hourMarks: readonly Mark[] = ['at', 'by', 'until', 'since', 'from', 'between', 'and'];

/** The marks right before, when they can stand before an hour; null when there are none. */
function marksBefore(items: readonly Item[]): ReadonlySet<Mark> | null {
  const last = items.findLast(({ kind }) => kind !== 'glue');
  if (last?.kind !== 'marks') return null;
  const isOpen = items.some(item => item.kind === 'marks' && item.marks.has('between'));
  const fits = hourMarks.some(mark => last.marks.has(mark) && (mark !== 'and' || isOpen));
  return fits ? last.marks : null;
}

/** "9 to 5": another hour follows. */
function isRange(pieces: readonly Piece[], at: number): boolean {
  if (!has(pieces[at], 'until') || pieces[at]?.isFirst) return false;
  const next = pieces[at + 1];
  return next?.figure?.kind === 'clock' || (amountAt(pieces, at + 1)?.value ?? 25) <= 24;
}

/** "Tomorrow 8", with nothing after it. */
function isAfterDay({ pieces, items }: Around, until: number): boolean {
  const last = items.at(-1);
  const isDay =
    last?.kind === 'atom' && ['date', 'weekday', 'near', 'part'].includes(last.atom.kind);
  const next = pieces[until];
  return isDay && (next === undefined || next.isFirst || has(next, 'until'));
}

/** "At 3 sites": so many of something. */
function isCounting({ text, pieces }: Around, next: number): boolean {
  const [before, after] = [pieces[next - 1], pieces[next]];
  if (!before || !after || after.isFirst || after.ideas.size > 0) return false;
  const word = text.slice(after.from, after.until).toLowerCase();
  const isPlural = /\p{L}{2}s$/u.test(word) && !/^(?:pls|thanks|yes|this)$/.test(word);
  return isPlural && !text.slice(before.until, after.from).includes(',');
}
