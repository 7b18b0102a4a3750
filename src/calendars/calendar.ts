/** Something that stands in a calendar from one instant until another. */
export interface CalendarEntry {
  /** The same for the same thing, however often it is read. */
  readonly uid: string;
  readonly summary: string;
  readonly from: Date;
  readonly until: Date;
  /** Whoever reads it is taken by it, or it is only to be seen. */
  readonly takes: 'time' | 'nothing';
  readonly isCancelled?: boolean;
}

/** The most octets of a line (RFC 5545, 3.1); what is longer is folded. */
const longestLine = 75;

/** Entries as an iCalendar file. Its times are UTC instants, so that no reader needs to know a zone of ours. */
export function calendarText(name: string, entries: readonly CalendarEntry[], now: Date): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Handrail//Handrail//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    ...entries.flatMap(entry => eventLines(entry, now)),
    'END:VCALENDAR',
  ];
  return lines.map(line => `${folded(line)}\r\n`).join('');
}

function eventLines(entry: CalendarEntry, now: Date): string[] {
  const { uid, summary, from, until, takes, isCancelled = false } = entry;
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}@handrail`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${stamp(from)}`,
    `DTEND:${stamp(until)}`,
    `SUMMARY:${escaped(summary)}`,
    `STATUS:${isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `TRANSP:${takes === 'time' ? 'OPAQUE' : 'TRANSPARENT'}`,
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
