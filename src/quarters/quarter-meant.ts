import { type Quarter, quarterAt, quarterBefore, readQuarter } from '../shared/quarter.ts';
import { day, plus } from '../shared/time.ts';

/** So long after its end a quarter is the one that is spoken of where none is named. */
const spokenOf = 45 * day;

/** The quarter these words mean; where they name none, the last one for six weeks after its end, and then the current one. */
export function quarterMeant(said: string, now: Date, timeZone: string): Quarter {
  const named = readQuarter(said, now, timeZone);
  if (named) return named;
  const current = quarterAt(now, timeZone);
  return now < plus(current.from, spokenOf) ? quarterBefore(current, timeZone) : current;
}
