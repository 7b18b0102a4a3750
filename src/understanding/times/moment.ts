import { day, inZone, plus, since } from '../../shared/time.ts';
import { dayOf, daysLater, type Reckoning, reckon } from './reckon.ts';
import { timesIn } from './times.ts';
import type { When } from './when.ts';

/** Why a time is asked back instead of taken. */
export type Doubt =
  /** Two countries read it as different days. */
  | { readonly kind: 'ambiguous'; readonly other: Date }
  | { readonly kind: 'past' }
  /** Further than four weeks. */
  | { readonly kind: 'far' }
  | { readonly kind: 'reversed' };

/** A moment somebody named. */
export interface Moment {
  readonly at: Date;
  /** What was said besides it. */
  readonly rest: string;
  /** A time of day was said, not only a day. */
  readonly hasTime: boolean;
  /** A day was said, not only a time of day. */
  readonly hasDay: boolean;
  readonly doubt: Doubt | null;
}

/** Nobody means to bind somebody further ahead, or for longer, with a few words. */
const furthestDays = 28;

/** The moment these words name ("Monday", "in 2 hours", "at 4", "Fri 17:00"); null when they name none. Pure. */
export function momentIn(words: string, reckoning: Reckoning): Moment | null {
  return exactMoment(words) ?? saidMoment(words, reckoning);
}

const instant = /(?:\b(?:at|by|until) )?(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)/;

/** An instant as a form or a choice of ours writes it is meant as it stands. */
function exactMoment(words: string): Moment | null {
  const [said = '', written = ''] = instant.exec(words) ?? [];
  const at = readInstant(written);
  if (!at) return null;
  const rest = words.replace(said, ' ').replace(/\s+/g, ' ').trim();
  return { at, rest, hasTime: true, hasDay: true, doubt: null };
}

function saidMoment(words: string, reckoning: Reckoning): Moment | null {
  const { text, whens } = timesIn(words);
  for (const when of whens) {
    const at = comingOf(when, reckoning);
    if (!at) continue;
    const rest = `${text.slice(0, when.from)} ${text.slice(when.until)}`;
    return {
      at,
      rest: rest.replace(/\s+/g, ' ').trim(),
      hasTime: when.clock !== null || when.part !== null || isShort(when),
      hasDay: when.date !== null || when.near !== null || when.weekday !== null,
      doubt: doubtOf(when, at, reckoning),
    };
  }
  return null;
}

/** A weekday whose hour is over today is that of the next week. */
function comingOf(when: When, reckoning: Reckoning): Date | null {
  const at = reckon(when, reckoning);
  const { now, tense, timeZone } = reckoning;
  const isOver = at !== null && tense === 'future' && at <= now;
  const isPlain = when.weekday !== null && when.weekday.which === null && !when.span && !when.date;
  return isOver && isPlain ? daysLater(at, 7, timeZone) : at;
}

function isShort({ span }: When): boolean {
  return span !== null && (span.unit === 'minute' || span.unit === 'hour');
}

function doubtOf(when: When, at: Date, reckoning: Reckoning): Doubt | null {
  const { now, tense } = reckoning;
  const { date } = when;
  if (date?.other) {
    const other = reckon({ ...when, date: { date: date.other, other: null } }, reckoning);
    if (other) return { kind: 'ambiguous', other };
  }
  if (tense === 'past') return null;
  if (at <= now) return { kind: 'past' };
  return daysBetween(now, at, reckoning.timeZone) > furthestDays ? { kind: 'far' } : null;
}

function daysBetween(from: Date, until: Date, timeZone: string): number {
  const [start, end] = [from, until].map(at => inZone(at, timeZone).startOf('day'));
  return start && end ? end.diff(start, 'days').days : 0;
}

/** A stretch of time somebody named. */
export interface Stretch {
  readonly from: Date;
  readonly until: Date;
  readonly doubt: Doubt | null;
}

/** The longest stretch an end "on Friday" may reach into the next week. */
const furthestEnd = 5 * day;

/** Both ends of a stretch of time ("Friday 18:00 until Saturday 9:00"), or null. Pure. */
export function stretchIn(words: string, reckoning: Reckoning): Stretch | null {
  const { whens } = timesIn(words);
  const [first, second] = whens.filter(when => reckon(when, reckoning) !== null);
  if (!first || !second) return null;
  const isNow = first.near === 0 && !first.clock && !first.part;
  const from = isNow ? reckoning.now : reckon(first, reckoning);
  if (!from) return null;
  const until = endAfter(second, { from, first }, reckoning);
  if (!until) return null;
  return { from, until, doubt: stretchDoubt([first, second], { from, until }, reckoning) };
}

/** Upside down, over already, longer than four weeks, or a day that two countries read differently. */
function stretchDoubt(
  whens: readonly When[],
  { from, until }: Omit<Stretch, 'doubt'>,
  reckoning: Reckoning,
): Doubt | null {
  if (until <= from) return { kind: 'reversed' };
  const doubts = whens.map((when, at) => doubtOf(when, at === 0 ? from : until, reckoning));
  const unclear = doubts.find(doubt => doubt?.kind === 'ambiguous');
  if (unclear) return unclear;
  if (until <= reckoning.now) return { kind: 'past' };
  return since(from, until) > furthestDays * day ? { kind: 'far' } : null;
}

/** An end without a day is the first one after the beginning: "9 to 5", "22:00 to 06:00", "noon until midnight". */
function endAfter(
  when: When,
  { from, first }: { from: Date; first: When },
  reckoning: Reckoning,
): Date | null {
  const hasDay = dayOf(when, reckoning) !== null;
  if (!hasDay && !when.span) return reckon(when, { ...reckoning, now: from, tense: 'future' });
  const until = reckon(when, reckoning);
  if (!until || until > from || !when.weekday || when.weekday.which) return until;
  const later = daysLater(until, 7, reckoning.timeZone);
  const isSameDay = first.weekday?.weekday === when.weekday.weekday;
  return !isSameDay && later <= plus(from, furthestEnd) ? later : until;
}

/** An instant as a form writes it ("2026-03-06T23:40:00.000Z"), or null. */
export function readInstant(words: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(words)) return null;
  const at = new Date(words);
  return Number.isNaN(at.getTime()) ? null : at;
}
