import type { Shift } from '../on-call/schedule.ts';

/** A shift with the schedule it stands on and the name of whose it is. */
export interface CalendarShift extends Shift {
  readonly scheduleId: string;
  readonly personName: string;
}

/** The most octets of a line (RFC 5545, 3.1); what is longer is folded. */
const longestLine = 75;

/** Shifts as an iCalendar file. Its times are UTC instants, so that no reader needs to know a zone of ours. */
export function calendarText(name: string, shifts: readonly CalendarShift[], now: Date): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Handrail//On call//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    ...shifts.flatMap(shift => eventLines(shift, now)),
    'END:VCALENDAR',
  ];
  return lines.map(line => `${folded(line)}\r\n`).join('');
}

function eventLines({ scheduleId, personId, personName, from, until }: CalendarShift, now: Date) {
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(`${scheduleId}-${personId}-${stamp(from)}@handrail`)}`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${stamp(from)}`,
    `DTEND:${stamp(until)}`,
    `SUMMARY:${escaped(`On call (${scheduleId}): ${personName}`)}`,
    'TRANSP:OPAQUE',
    'END:VEVENT',
  ];
}

/** "20260306T220000Z" */
function stamp(at: Date): string {
  return `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|[\r\n]/g, '\\n');
}

/** Folded by octets, never within a character. */
function folded(line: string): string {
  const parts = [''];
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > longestLine) {
      parts.push('');
      octets = 1;
    }
    parts[parts.length - 1] += character;
    octets += size;
  }
  return parts.join('\r\n ');
}
