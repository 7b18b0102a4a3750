import { hour, since } from '../shared/time.ts';
import { type Absence, joined } from './absence.ts';
import { type Asked, calendarEntries } from './calendar-entries.ts';
import type { CalendarEntry } from './calendar-event.ts';

/** When a calendar says that its owner is away, and how many of its events say nothing that can be read. */
export interface Away {
  readonly absences: readonly Absence[];
  readonly unread: number;
}

/** Half a day: what is shorter is an appointment, and no leave. */
const halfDay = 4 * hour;

/** Microsoft's words for being there. */
const present = ['FREE', 'TENTATIVE', 'WORKINGELSEWHERE'];

/** The stretches in which a leave calendar's owner is away; null when it is no iCalendar file. */
export function absencesIn(text: string, asked: Asked): Away | null {
  const reading = calendarEntries(text, asked);
  if (!reading) return null;
  return { absences: joined(reading.entries.filter(isLeave)), unread: reading.unread };
}

/**
 * Whole days are leave unless their owner marked them free in Microsoft's word; Google and Apple make every whole day
 * transparent by itself, so that this says nothing of it. Hours are leave from half a day on, and when they are busy.
 */
function isLeave(entry: CalendarEntry): boolean {
  const { from, until, busyStatus, isCancelled, isTransparent, isWholeDay } = entry;
  if (isCancelled || (busyStatus && present.includes(busyStatus))) return false;
  if (isWholeDay || busyStatus === 'OOF') return true;
  return !isTransparent && since(from, until) >= halfDay;
}
