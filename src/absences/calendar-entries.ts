import ICAL from 'ical.js';
import type { Absence } from './absence.ts';
import { type CalendarEntry, type EventContext, eventEntries } from './calendar-event.ts';
import { instantsIn } from './calendar-zone.ts';
import { isReadable } from './repetition.ts';

/** What a file holds, and of how many of its events nobody can say when they are. */
export interface CalendarReading {
  readonly entries: readonly CalendarEntry[];
  readonly unread: number;
}

export interface Asked extends Absence {
  /** Where the calendar's owner lives. */
  readonly timeZone: string;
}

/** As many times as the events of a file may take place in all: what comes every hour for years is nobody's day off. */
const mostSteps = 10_000;

/** Of a file with more events nothing is read. */
const mostEvents = 5_000;

/**
 * The entries of an iCalendar file (RFC 5545) that touch a stretch; null for anything else than such a file. Changed and
 * cancelled occurrences count as changed and cancelled; RANGE=THISANDFUTURE changes one occurrence only.
 */
export function calendarEntries(text: string, asked: Asked): CalendarReading | null {
  const events = eventsOf(text);
  if (!events || events.length > mostEvents) return null;
  const changes = changesOf(events);
  // What Outlook on the web publishes has no UID at all.
  const series = new Set(
    events
      .filter(isWhole)
      .map(uidOf)
      .filter(uid => uid !== ''),
  );
  // A change that came without its series, as in an invitation to one meeting of many, stands for itself.
  const alone = events.filter(event => isWhole(event) || !series.has(uidOf(event)));
  const context: EventContext = {
    asked,
    instantOf: instantsIn(asked.timeZone),
    patience: { stepsLeft: mostSteps },
  };
  const found = alone.map(event => eventEntries(event, changes.get(uidOf(event)) ?? [], context));
  return {
    entries: found.flatMap(entries => entries ?? []),
    unread: found.filter(entries => entries === null).length,
  };
}

/** The events of the file. Zones whose rules could be looked for without end are taken away: their names remain. */
function eventsOf(text: string): ICAL.Component[] | null {
  const file = parsed(text);
  if (file?.name !== 'vcalendar') return null;
  for (const zone of file.getAllSubcomponents('vtimezone')) {
    const rules = zone.getAllSubcomponents().flatMap(change => change.getAllProperties('rrule'));
    const values = rules.map(rule => rule.getFirstValue());
    const isSafe = values.every(rule => rule instanceof ICAL.Recur && isReadable(rule));
    if (!isSafe || values.length > 200) file.removeSubcomponent(zone);
  }
  return file.getAllSubcomponents('vevent');
}

function parsed(text: string): ICAL.Component | null {
  try {
    return new ICAL.Component(ICAL.parse(text));
  } catch {
    // Whatever it is, it is no calendar: the caller says so.
    return null;
  }
}

function changesOf(events: readonly ICAL.Component[]): Map<string, ICAL.Component[]> {
  const changes = new Map<string, ICAL.Component[]>();
  for (const event of events.filter(one => !isWhole(one))) {
    const uid = uidOf(event);
    if (uid === '') continue;
    const known = changes.get(uid);
    if (known) known.push(event);
    else changes.set(uid, [event]);
  }
  return changes;
}

function isWhole(event: ICAL.Component): boolean {
  return !event.hasProperty('recurrence-id');
}

function uidOf(event: ICAL.Component): string {
  return String(event.getFirstPropertyValue('uid') ?? '');
}
