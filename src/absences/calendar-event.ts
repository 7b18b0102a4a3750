import ICAL from 'ical.js';
import { day, hour, plus, since } from '../shared/time.ts';
import type { Absence } from './absence.ts';
import type { InstantOf } from './calendar-zone.ts';
import { isReadable, momentsOf, type Patience } from './repetition.ts';

/** One thing in somebody's calendar, at one time at which it takes place. Its words are not looked at. */
export interface CalendarEntry extends Absence {
  readonly isWholeDay: boolean;
  readonly isCancelled: boolean;
  /** Their time can still be booked: TRANSP:TRANSPARENT. */
  readonly isTransparent: boolean;
  /** Microsoft's own word: FREE, TENTATIVE, BUSY, OOF, WORKINGELSEWHERE; null where there is none. */
  readonly busyStatus: string | null;
}

export interface EventContext {
  readonly asked: Absence;
  readonly instantOf: InstantOf;
  /** What is left of it for the whole file. */
  readonly patience: Patience;
}

/** A property's moment and the name of its zone. */
interface Moment {
  readonly time: ICAL.Time;
  readonly zoneName: string | null;
}

/** The times within the stretch at which an event takes place, as changed; null when nobody can say. */
export function eventEntries(
  event: ICAL.Component,
  changes: readonly ICAL.Component[],
  context: EventContext,
): CalendarEntry[] | null {
  const [start] = momentsUnder(event, 'dtstart');
  const occurrences = start && occurrencesOf(event, start, context);
  if (!occurrences) return null;
  const { asked, instantOf } = context;
  const changed = changes.flatMap(change => momentsUnder(change, 'recurrence-id'));
  const without = momentsUnder(event, 'exdate');
  const isGone = goneAt([...without, ...changed], start, instantOf);
  const own = occurrences
    .filter(time => !isGone(time))
    .map(time => entryAt(event, { ...start, time }, instantOf));
  const others = changes.flatMap(change =>
    momentsUnder(change, 'dtstart').map(moment => entryAt(change, moment, instantOf)),
  );
  return [...own, ...others].filter(({ from, until }) => from < asked.until && asked.from < until);
}

/** The moments at which it begins; null when it repeats in a way that is not read, or for too long. */
function occurrencesOf(
  event: ICAL.Component,
  start: Moment,
  { asked, instantOf, patience }: EventContext,
): ICAL.Time[] | null {
  const extra = momentsUnder(event, 'rdate').map(({ time }) => time);
  const [property, another] = event.getAllProperties('rrule');
  if (!property) return [start.time, ...extra];
  const rule = property.getFirstValue();
  if (another || event.hasProperty('exrule')) return null;
  if (!(rule instanceof ICAL.Recur) || !isReadable(rule)) return null;
  const isOver = endOf(rule, start, instantOf);
  const endless = rule.clone();
  endless.until = null;
  const found: ICAL.Time[] = [];
  const firstYear = asked.from.getUTCFullYear() - 1;
  for (const time of momentsOf(endless, start.time, patience)) {
    // What a series did years ago is passed over without asking what instant it was.
    if (time.year < firstYear) continue;
    if (isOver(time) || instantOf(time, start.zoneName) >= asked.until) return [...found, ...extra];
    found.push(time);
  }
  return patience.stepsLeft > 0 ? [...found, ...extra] : null;
}

/** Exchange ends whole days with their last midnight, in UTC: so long before and after noon it is some zone's midnight. */
const anyMidnight = 13 * hour;

/** Whether a moment is after the rule's UNTIL, compared as instants: the one may be UTC where the other only names a zone. */
function endOf(rule: ICAL.Recur, { time: start, zoneName }: Moment, instantOf: InstantOf) {
  const { until } = rule;
  if (!until) return () => false;
  const last = instantOf(until, zoneName);
  if (start.isDate) {
    const isMidnight = !until.isDate && until.second === 0;
    const lastDate = isMidnight
      ? plus(last, anyMidnight).toISOString().slice(0, 10)
      : dateOf(until);
    return (time: ICAL.Time) => dateOf(time) > lastDate;
  }
  if (until.isDate) return (time: ICAL.Time) => dateOf(time) > dateOf(until);
  return (time: ICAL.Time) => instantOf(time, zoneName) > last;
}

/**
 * Whether an occurrence is one of these. A date without a time stands for whatever begins on it, and Exchange names a
 * whole day by its midnight in a zone.
 */
function goneAt(
  moments: readonly Moment[],
  { time: start, zoneName }: Moment,
  instantOf: InstantOf,
) {
  const isByDate = ({ time, zoneName: zone }: Moment) =>
    time.isDate || (start.isDate && zone !== null);
  const dates = new Set(moments.filter(isByDate).map(({ time }) => dateOf(time)));
  const instants = new Set(moments.map(one => instantOf(one.time, one.zoneName).getTime()));
  return (time: ICAL.Time) =>
    dates.has(dateOf(time)) || instants.has(instantOf(time, zoneName).getTime());
}

function entryAt(event: ICAL.Component, start: Moment, instantOf: InstantOf): CalendarEntry {
  const from = instantOf(start.time, start.zoneName);
  const busy = event.getFirstPropertyValue('x-microsoft-cdo-busystatus');
  return {
    from,
    until: endAt(event, start, instantOf),
    isWholeDay: start.time.isDate,
    isCancelled: event.getFirstPropertyValue('status') === 'CANCELLED',
    isTransparent: event.getFirstPropertyValue('transp') === 'TRANSPARENT',
    busyStatus: busy === null ? null : String(busy).toUpperCase(),
  };
}

/** As long after its beginning as the event says: days by the calendar, anything else by the clock. */
function endAt(event: ICAL.Component, { time, zoneName }: Moment, instantOf: InstantOf): Date {
  const [first] = momentsUnder(event, 'dtstart');
  const [end] = momentsUnder(event, 'dtend');
  const duration = event.getFirstPropertyValue('duration');
  const from = instantOf(time, zoneName);
  if (!time.isDate) {
    if (duration instanceof ICAL.Duration) return plus(from, duration.toSeconds() * 1_000);
    if (!first || !end) return from;
    return plus(
      from,
      since(instantOf(first.time, first.zoneName), instantOf(end.time, end.zoneName)),
    );
  }
  const written = duration instanceof ICAL.Duration ? duration.toSeconds() * 1_000 : null;
  const length = written ?? (first && end ? daysBetween(first.time, end.time) : day);
  const last = time.clone();
  last.adjust(Math.max(1, Math.round(length / day)), 0, 0, 0);
  return instantOf(last, null);
}

function daysBetween(first: ICAL.Time, end: ICAL.Time): number {
  return Date.parse(dateOf(end)) - Date.parse(dateOf(first));
}

/** Every moment that properties of this name give: a list in one, several of them, periods by their beginning. */
function momentsUnder(event: ICAL.Component, name: string): Moment[] {
  return event.getAllProperties(name).flatMap(property => {
    const zoneName = property.getFirstParameter('tzid') ?? null;
    return property.getValues().flatMap((value: unknown) => {
      const time = value instanceof ICAL.Period ? value.start : value;
      return time instanceof ICAL.Time ? [{ time, zoneName }] : [];
    });
  });
}

function dateOf(time: ICAL.Time): string {
  return time.toString().slice(0, 10);
}
