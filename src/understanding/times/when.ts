import type { Atom, DayPart, TimeUnit, WhichOne } from './atom.ts';
import type { CalendarDate, Clock } from './figure.ts';
import type { Item, Mark } from './item.ts';

/** One time as somebody said it, put together from its parts; nothing is reckoned yet. */
export interface When {
  readonly marks: ReadonlySet<Mark>;
  readonly date: { readonly date: CalendarDate; readonly other: CalendarDate | null } | null;
  readonly weekday: { readonly weekday: number; readonly which: WhichOne | null } | null;
  /** So many days from today. */
  readonly near: number | null;
  readonly part: DayPart | null;
  readonly clock: Clock | null;
  readonly span: { readonly amount: number; readonly unit: TimeUnit } | null;
  readonly whole: {
    readonly unit: TimeUnit;
    readonly which: WhichOne;
    readonly isEnd: boolean;
  } | null;
  /** Where it stands in the text. */
  readonly from: number;
  readonly until: number;
}

const empty = {
  date: null,
  weekday: null,
  near: null,
  part: null,
  clock: null,
  span: null,
  whole: null,
};

interface State {
  readonly done: readonly When[];
  readonly open: When | null;
  /** Marks that wait for their time, and where the first of them stands. */
  readonly marks: ReadonlySet<Mark>;
  readonly start: number | null;
}

const nothingYet: State = { done: [], open: null, marks: new Set(), start: null };

export interface Saying {
  readonly items: readonly Item[];
  readonly marksFollow: boolean;
}

/** Every time that is said, in order. */
export function whensIn(saying: Saying): When[] {
  const state = saying.items.reduce((so, item) => taken(so, item, saying), nothingYet);
  return [...closed(state).done];
}

function taken(state: State, item: Item, saying: Saying): State {
  switch (item.kind) {
    case 'glue':
      return state;
    case 'break':
      return closed(state);
    case 'marks':
      return marked(state, item, saying);
    case 'atom':
      return joined(state, item);
  }
}

function closed({ done, open }: State): State {
  return { ...nothingYet, done: open ? [...done, open] : done };
}

/** Marks that begin another time, unless "at" may be meant. */
function parts(marks: ReadonlySet<Mark>): boolean {
  const opening: readonly Mark[] = ['from', 'until', 'since', 'by', 'between', 'and'];
  return !marks.has('at') && opening.some(mark => marks.has(mark));
}

function marked(
  state: State,
  item: Extract<Item, { kind: 'marks' }>,
  { marksFollow }: Saying,
): State {
  const { open } = state;
  const follows =
    open &&
    (marksFollow || (open.span !== null && (item.marks.has('ago') || item.marks.has('hence'))));
  if (open && follows) {
    const all = new Set([...open.marks, ...item.marks]);
    return { ...state, open: { ...open, marks: all, until: item.until } };
  }
  if (open && isBareDay(open) && (item.marks.has('from') || item.marks.has('between')))
    return { ...state, open: { ...open, marks: new Set([...open.marks, ...item.marks]) } };
  const after = parts(item.marks) ? closed(state) : state;
  const waiting = new Set([...after.marks, ...item.marks]);
  return { ...after, marks: waiting, start: after.start ?? item.from };
}

/** "On Sunday from 9 to 5": the day waits for its hour. */
function isBareDay({ clock, span }: When): boolean {
  return !clock && !span;
}

function joined(state: State, item: Extract<Item, { kind: 'atom' }>): State {
  const { atom, until } = item;
  const { open, marks, start } = state;
  const isOther = marks.size > 0 && parts(marks);
  const all = new Set([...(open?.marks ?? []), ...marks]);
  const whole = open && !isOther ? withAtom({ ...open, marks: all }, { atom, until }) : null;
  if (whole) return { ...nothingYet, done: state.done, open: whole };
  const first = { ...empty, marks, from: start ?? item.from, until };
  return { ...closed(state), open: withAtom(first, { atom, until }) };
}

interface Said {
  readonly atom: Atom;
  readonly until: number;
}

/** The time with one more part; null when it has such a part already, and another begins. */
function withAtom(when: When, { atom, until }: Said): When | null {
  switch (atom.kind) {
    case 'date':
      return when.date ? null : { ...when, date: atom, until };
    case 'weekday':
      return when.weekday ? null : { ...when, weekday: atom, until };
    case 'near':
      if (when.near !== null || (atom.part && when.part)) return null;
      return { ...when, near: atom.days, part: atom.part ?? when.part, until };
    case 'part':
      return when.part && atom.part !== 'midnight' ? null : { ...when, part: atom.part, until };
    case 'clock':
      return when.clock ? null : { ...when, clock: atom.clock, until };
    case 'span':
      return withSpan(when, atom, until);
    case 'whole':
      return when.whole ? null : { ...when, whole: atom, until };
  }
}

const counting: readonly Mark[] = ['in', 'hence', 'ago', 'last', 'next'];

/** "À trois heures" is an hour of the day, "dans trois heures" so much time: the mark decides. */
function withSpan(
  when: When,
  { amount, unit, clock }: Extract<Atom, { kind: 'span' }>,
  until: number,
): When | null {
  const isCounted = counting.some(mark => when.marks.has(mark));
  // "Depuis 2 heures" counts, "depuis 22 heures" is read off the clock.
  const isSince = when.marks.has('since') && amount < 6;
  if (clock && !isCounted && !isSince) return when.clock ? null : { ...when, clock, until };
  return when.span ? null : { ...when, span: { amount, unit }, until };
}
