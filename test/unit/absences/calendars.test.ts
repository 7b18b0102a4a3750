import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { convertIcsCalendar } from 'ts-ics';
import { absencesIn } from '../../../src/absences/away.ts';
import { calendarEntries } from '../../../src/absences/calendar-entries.ts';
import type { CalendarEntry } from '../../../src/absences/calendar-event.ts';
import { ianaName } from '../../../src/absences/calendar-zone.ts';
import { isReadable } from '../../../src/absences/repetition.ts';

const folder = 'test/unit/absences/calendars';
const files = readdirSync(folder).filter(name => name.endsWith('.ics'));
const textOf = (file: string) => readFileSync(`${folder}/${file}`, 'utf8');

/** The tests run in UTC, where the other readers take days and times without a zone to be. */
const year = {
  from: new Date('2026-01-01T00:00:00Z'),
  until: new Date('2027-01-01T00:00:00Z'),
  timeZone: 'UTC',
};

const span = (from: Date, until: Date) => `${from.toISOString()}/${until.toISOString()}`;
const spans = (entries: readonly CalendarEntry[] = []) =>
  entries.map(({ from, until }) => span(from, until)).sort();

/** What node-ical 0.26 makes of it. */
function readByNodeIcal(text: string): string[] {
  return Object.values(nodeIcal.sync.parseICS(text))
    .flatMap(part =>
      part?.type === 'VEVENT'
        ? nodeIcal.expandRecurringEvent(part, { from: year.from, to: year.until })
        : [],
    )
    .map(({ start, end }) => span(start, end))
    .sort();
}

/** What ts-ics 2.4 makes of the beginning of each event, and of each change to one. */
function readByTsIcs(text: string): string[] {
  return (convertIcsCalendar(undefined, text).events ?? []).map(({ start }) =>
    start.date.toISOString(),
  );
}

describe('the calendars of Google, Outlook, Exchange and Apple', () => {
  /**
   * node-ical takes a time without a zone for the zone the file names for itself (London), we for that of its reader. It
   * compares the last midnight of Exchange's whole days, which is Berlin's, with that of the machine, and loses the last day.
   */
  const differing: Readonly<Record<string, { ours: string[]; theirs: string[] }>> = {
    'apple.ics': {
      ours: ['2026-05-05T08:00:00.000Z/2026-05-05T18:00:00.000Z'],
      theirs: ['2026-05-05T07:00:00.000Z/2026-05-05T17:00:00.000Z'],
    },
    'exchange.ics': {
      ours: ['2026-04-07T00:00:00.000Z/2026-04-08T00:00:00.000Z'],
      theirs: [],
    },
  };

  test.each(files)('%s is read as node-ical reads it, or the difference is explained', file => {
    const reading = calendarEntries(textOf(file), year);
    expect(reading?.unread).toBe(0);
    const [ours, theirs] = [spans(reading?.entries), readByNodeIcal(textOf(file))];
    expect({
      ours: ours.filter(one => !theirs.includes(one)),
      theirs: theirs.filter(one => !ours.includes(one)),
    }).toEqual(differing[file] ?? { ours: [], theirs: [] });
  });

  /** ts-ics knows no names of Windows' without a VTIMEZONE, and takes them for UTC. */
  const otherwise: Readonly<Record<string, readonly string[]>> = {
    'outlook.ics': ['2026-03-09T08:00:00.000Z', '2026-03-05T08:00:00.000Z'],
  };

  test.each(files)('%s begins as ts-ics says, or the difference is explained', file => {
    const ours = new Set(
      calendarEntries(textOf(file), year)?.entries.map(({ from }) => from.toISOString()),
    );
    const others = readByTsIcs(textOf(file)).filter(start => !ours.has(start));
    expect(others).toEqual(otherwise[file] ?? []);
  });

  test.each([
    [
      'google.ics',
      [
        '2026-03-20T12:00',
        '2026-03-27T12:00',
        '2026-04-07T11:00',
        '2026-04-17T11:00',
        '2026-04-24T11:00',
        '2026-07-12T22:00',
      ],
    ],
    [
      'exchange.ics',
      [
        '2026-03-09T23:00',
        '2026-03-16T23:00',
        '2026-03-24T23:00',
        '2026-03-30T06:00',
        '2026-03-30T22:00',
        '2026-04-06T22:00',
      ],
    ],
    ['outlook.ics', ['2026-03-05T13:00', '2026-03-09T12:00', '2026-03-19T12:00']],
    ['own-zone.ics', ['2026-03-06T13:00', '2026-03-13T12:00']],
    [
      'apple.ics',
      [
        '2026-03-28T09:00',
        '2026-03-29T08:00',
        '2026-03-30T08:00',
        '2026-04-01T22:00',
        '2026-05-05T06:00',
      ],
    ],
  ])('%s means these hours to somebody in Berlin', (file, expected) => {
    const away = absencesIn(textOf(file), { ...year, timeZone: 'Europe/Berlin' });
    expect(away?.absences.map(({ from }) => from.toISOString().slice(0, 16))).toEqual(expected);
  });

  test.each([
    ['W. Europe Standard Time', 'Europe/Berlin'],
    ['Eastern Standard Time', 'America/New_York'],
    ['/freeassociation.sourceforge.net/Europe/Berlin', 'Europe/Berlin'],
    ['America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
    ['Customized Time Zone', null],
  ])('the zone "%s" is %s', (name, zone) => {
    expect(ianaName(name)).toBe(zone);
  });
});

function calendarOf(...lines: string[]): string {
  const event = ['BEGIN:VEVENT', 'UID:one', ...lines, 'END:VEVENT'];
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...event, 'END:VCALENDAR', ''].join('\r\n');
}

describe('what is leave', () => {
  const wholeDay = ['DTSTART;VALUE=DATE:20260302', 'DTEND;VALUE=DATE:20260303'];
  const hours = (end: string) => ['DTSTART:20260302T090000Z', `DTEND:20260302T${end}00Z`];

  test.each<[string, string[], number]>([
    ['a whole day', wholeDay, 1],
    ['a whole day that Google or Apple call transparent', [...wholeDay, 'TRANSP:TRANSPARENT'], 1],
    ['a whole day that Outlook calls free', [...wholeDay, 'X-MICROSOFT-CDO-BUSYSTATUS:FREE'], 0],
    ['a day of working elsewhere', [...wholeDay, 'X-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE'], 0],
    ['a cancelled day', [...wholeDay, 'STATUS:CANCELLED'], 0],
    ['a day without an end', ['DTSTART;VALUE=DATE:20260302'], 1],
    ['just short of half a day', hours('1259'), 0],
    ['half a day', hours('1300'), 1],
    ['half a day that can be booked', [...hours('1300'), 'TRANSP:TRANSPARENT'], 0],
    ['an hour out of office', [...hours('1000'), 'X-MICROSOFT-CDO-BUSYSTATUS:OOF'], 1],
    ['what is over', ['DTSTART;VALUE=DATE:20251230', 'DTEND;VALUE=DATE:20260101'], 0],
  ])('%s', (_, lines, count) => {
    expect(absencesIn(calendarOf(...lines), year)?.absences).toHaveLength(count);
  });

  test('days one after the other are one absence', () => {
    const days = calendarOf('DTSTART;VALUE=DATE:20260302', 'RRULE:FREQ=DAILY;COUNT=5');
    expect(absencesIn(days, year)?.absences.map(({ from, until }) => span(from, until))).toEqual([
      '2026-03-02T00:00:00.000Z/2026-03-07T00:00:00.000Z',
    ]);
  });

  test.each(['', 'hello', '<!doctype html>', 'BEGIN:VCALENDAR', 'BEGIN:VCARD\r\nEND:VCARD\r\n'])(
    '"%s" is no calendar, or an empty one',
    text => {
      expect(absencesIn(text, year)?.absences ?? []).toEqual([]);
    },
  );

  test.each([
    ['(UTC-05:00) Eastern Time (US & Canada)', 'America/New_York', '2026-07-01T12:00'],
    ['(UTC-05:00) Eastern Time (US & Canada)', 'Europe/London', '2026-07-01T13:00'],
    ['tzone://Microsoft/Custom', 'Europe/London', '2026-07-01T07:00'],
  ])('a zone that is only shown as %s is, to somebody in %s', (zone, timeZone, from) => {
    const text = calendarOf(
      `DTSTART;TZID="${zone}":20260701T080000`,
      `DTEND;TZID="${zone}":20260701T170000`,
    );
    const away = absencesIn(text, { ...year, timeZone });
    expect(away?.absences[0]?.from.toISOString().slice(0, 16)).toBe(from);
  });
});

describe('a rule that could be looked for without end', () => {
  const parts = {
    FREQ: ['SECONDLY', 'MINUTELY', 'HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'],
    INTERVAL: ['', '0', '2', '12', '100', '99999999'],
    BYDAY: ['', 'MO', 'TU,FR', '1MO', '-1SU', '5FR', '-5WE'],
    BYMONTH: ['', '2', '4', '2,11', '12'],
    BYMONTHDAY: ['', '28', '29', '30,31', '-1'],
  };
  const rules = Object.entries(parts).reduce<string[]>(
    (all, [name, values]) =>
      all.flatMap(rule =>
        values.map(value => (value === '' ? rule : `${rule}${rule && ';'}${name}=${value}`)),
      ),
    [''],
  );
  const read = rules.filter(rule => isReadable(ICAL.Recur.fromString(rule)));

  test('is not read, and said not to be', () => {
    const text = calendarOf('DTSTART;VALUE=DATE:20260302', 'RRULE:FREQ=SECONDLY');
    expect(calendarEntries(text, year)).toEqual({ entries: [], unread: 1 });
    expect(read.filter(rule => /SECONDLY|MINUTELY|HOURLY|9999/.test(rule))).toEqual([]);
  });

  test('is none of those that are read: each of them ends', () => {
    expect(rules.length).toBe(7_350);
    expect(read.length).toBeGreaterThan(100);
    const slow = read.filter(rule => {
      const began = performance.now();
      calendarEntries(
        calendarOf('DTSTART:20240229T103000Z', 'DURATION:PT5H', `RRULE:${rule}`),
        year,
      );
      return performance.now() - began > 2_000;
    });
    expect(slow).toEqual([]);
  });

  test('stands in no zone that is used either', () => {
    const zone = ['BEGIN:VTIMEZONE', 'TZID:Europe/Berlin', 'BEGIN:STANDARD'];
    const rule = ['DTSTART:16010101T000000', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0500'];
    const end = ['RRULE:FREQ=SECONDLY', 'END:STANDARD', 'END:VTIMEZONE'];
    const event = ['DTSTART;TZID=Europe/Berlin:20260302T080000', 'DURATION:PT8H'];
    const text = calendarOf(...event).replace(
      'BEGIN:VEVENT',
      [...zone, ...rule, ...end, 'BEGIN:VEVENT'].join('\r\n'),
    );
    expect(spans(calendarEntries(text, year)?.entries)).toEqual([
      '2026-03-02T07:00:00.000Z/2026-03-02T15:00:00.000Z',
    ]);
  });

  test('a thousand years of days are given up for the whole file', () => {
    const text = calendarOf('DTSTART;VALUE=DATE:19000101', 'RRULE:FREQ=DAILY');
    expect(calendarEntries(text, year)).toEqual({ entries: [], unread: 1 });
  });
});
