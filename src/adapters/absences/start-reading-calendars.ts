import { claimCalendar } from '../../absences/claim-calendar.ts';
import type { Ports } from '../../shared/database.ts';
import { messageOf } from '../../shared/errors.ts';
import type { Logger } from '../../shared/logger.ts';
import { minute } from '../../shared/time.ts';
import type { Reach } from '../api/call-public.ts';

export interface ReadingParts extends Reach {
  readonly ports: Ports;
  readonly logger: Logger;
  /** Something may be due now. */
  readonly nudge: () => void;
  readonly everyMilliseconds?: number;
}

/** As many calendars as are read in a row: the rest comes a minute later. */
const atOnce = 50;

/**
 * Looks each minute which calendars of absences are to be read, and reads them one after the other. A calendar that cannot
 * be read is noted and keeps nobody else's waiting for long. Returns what ends it.
 */
export function startReadingCalendars(parts: ReadingParts): () => Promise<void> {
  const { everyMilliseconds = minute, logger } = parts;
  let underway: Promise<void> | null = null;
  let isStopped = false;
  const look = () => {
    underway ??= readAll(parts, () => isStopped)
      .catch(error => logger.warn({ cause: messageOf(error) }, 'calendars could not be read'))
      .finally(() => {
        underway = null;
      });
  };
  look();
  const looking = setInterval(look, everyMilliseconds);
  return async () => {
    isStopped = true;
    clearInterval(looking);
    await underway;
  };
}

async function readAll(parts: ReadingParts, isStopped: () => boolean): Promise<void> {
  const { ports, nudge } = parts;
  for (let read = 0; read < atOnce && !isStopped(); read += 1) {
    const calendar = await ports.database.trip(claimCalendar);
    if (!calendar) return;
    // Loaded when there is one: most vendors keep none.
    const { fetchCalendar } = await import('./fetch-calendar.ts');
    const { noteReading } = await import('../../absences/note-reading.ts');
    const fetched = await fetchCalendar(calendar.url, parts);
    await ports.database.trip(trip => noteReading(trip, calendar, fetched));
    nudge();
  }
}
