import type { CalendarDate, Clock } from './figure.ts';
import type { Piece } from './piece.ts';
import type { TimeIdea } from './table.ts';

export type DayPart =
  | 'early'
  | 'morning'
  | 'noon'
  | 'afternoon'
  | 'evening'
  | 'night'
  | 'midnight'
  | 'am'
  | 'pm';

export type TimeUnit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'weekend';

export type WhichOne = 'this' | 'next' | 'last';

/** The smallest things a time is made of. */
export type AtomKind =
  | { readonly kind: 'date'; readonly date: CalendarDate; readonly other: CalendarDate | null }
  | { readonly kind: 'weekday'; readonly weekday: number; readonly which: WhichOne | null }
  /** So many days from today, and the part of that day when the word says it ("tonight"). */
  | { readonly kind: 'near'; readonly days: number; readonly part: DayPart | null }
  | { readonly kind: 'clock'; readonly clock: Clock }
  | { readonly kind: 'part'; readonly part: DayPart }
  /** "Two hours"; in some languages the same words are two o'clock. */
  | {
      readonly kind: 'span';
      readonly amount: number;
      readonly unit: TimeUnit;
      readonly clock: Clock | null;
    }
  /** "This week", "the weekend", "end of day". */
  | {
      readonly kind: 'whole';
      readonly unit: TimeUnit;
      readonly which: WhichOne;
      readonly isEnd: boolean;
    };

export type Atom = AtomKind & { readonly until: number };

export type ReadAtom = (pieces: readonly Piece[], at: number) => Atom | null;

/** Does this piece have this idea? */
export function has(piece: Piece | undefined, idea: TimeIdea): boolean {
  return piece?.ideas.has(idea) ?? false;
}

/** Where the words go on after those that say nothing. */
export function afterGlue(pieces: readonly Piece[], at: number): number {
  let next = at;
  while (has(pieces[next], 'glue') && !pieces[next]?.isFirst && next - at < 3) next += 1;
  return next;
}

export interface Amount {
  readonly value: number;
  readonly until: number;
  /** Written in letters. */
  readonly isSpoken: boolean;
}

/** The number that stands here: "3", "three", "twenty five", "2.5"; null when there is none. */
export function amountAt(pieces: readonly Piece[], at: number): Amount | null {
  const piece = pieces[at];
  const { figure = null } = piece ?? {};
  if (figure?.kind === 'number' || figure?.kind === 'dotted')
    return { value: figure.number, until: at + 1, isSpoken: false };
  if (piece?.number === null || piece === undefined) return null;
  const { number } = piece;
  const ones = pieces[at + 1]?.number ?? null;
  const isTens = number >= 20 && number % 10 === 0 && ones !== null && ones >= 1 && ones <= 9;
  return isTens
    ? { value: number + ones, until: at + 2, isSpoken: true }
    : { value: number, until: at + 1, isSpoken: true };
}
