#!/bin/sh
# ts-ics 2.4.6 repeats an event by the hour of UTC, and a cancelled date then cancels nothing.
#
# What most would guess: an event at 13:00 in Berlin, every Friday, is at 13:00 in Berlin every Friday. RFC 5545 (3.3.10) says so, and
# the package reads the zone of DTSTART, of its VTIMEZONE and of EXDATE well.
#
# What happens: `extendByRecurrenceRule` takes instants and knows no zone. From the change of clocks on, every date it gives
# is an hour off on the wall clock. The EXDATE, which was read rightly, is then equal to none of them: the date that its
# owner cancelled comes back. Nothing throws, nothing warns, and a test in winter, or in UTC, shows nothing of it.
#
# Why it matters here: a calendar says when somebody is away. Handrail repeats on the wall clock, and compares as instants
# only what it has repeated so (src/absences/calendar-event.ts).
#
# Source: the package's README, "extendByRecurrenceRule", whose options are `start`, `end` and `exceptions`, all of them Dates.
#
# Seen with Node 20.20:
#   ts-ics 2.4.6
#   2026-03-20 13:00 in Berlin
#   2026-03-27 13:00 in Berlin
#   2026-04-03 14:00 in Berlin
#   2026-04-10 14:00 in Berlin, although cancelled
#
# Fails when this is no longer so.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund ts-ics@2.4.6 > /dev/null

cat > probe.mjs << 'PROBE'
import { readFileSync } from 'node:fs';
import { convertIcsCalendar, extendByRecurrenceRule } from 'ts-ics';

const { version } = JSON.parse(readFileSync('node_modules/ts-ics/package.json', 'utf8'));
console.log(`ts-ics ${version}`);

const calendar = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//Example//EN',
  'BEGIN:VEVENT',
  'UID:friday@example.com',
  'DTSTAMP:20260301T090000Z',
  'DTSTART;TZID=Europe/Berlin:20260320T130000',
  'DTEND;TZID=Europe/Berlin:20260320T180000',
  'RRULE:FREQ=WEEKLY;COUNT=4;BYDAY=FR',
  'EXDATE;TZID=Europe/Berlin:20260410T130000',
  'SUMMARY:Afternoon off',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

const [event] = convertIcsCalendar(undefined, calendar).events;
const [cancelled] = event.exceptionDates.map(({ date }) => date);
const dates = extendByRecurrenceRule(event.recurrenceRule, {
  start: event.start.date,
  end: new Date('2026-05-01T00:00:00Z'),
  exceptions: [cancelled],
});

const inBerlin = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Berlin',
  dateStyle: 'short',
  timeStyle: 'short',
});
const seen = dates.map(date => inBerlin.format(date));
for (const each of seen) {
  const isCancelled = each.startsWith(inBerlin.format(cancelled).slice(0, 10));
  console.log(`${each} in Berlin${isCancelled ? ', although cancelled' : ''}`);
}
const isStillSo = seen.includes('2026-04-03 14:00') && seen.includes('2026-04-10 14:00');
process.exit(isStillSo ? 0 : 1);
PROBE

node probe.mjs
