import { shared, type Text, time } from '../delivery/audience.ts';
import { hour, since } from '../shared/time.ts';

/** "Sat 01:00–02:00" on the reader's clock; a moment stays a moment. Under a day, the end's own day is clear. */
export function stretch(from: Date, until: Date): Text<'shared'> {
  if (from.getTime() === until.getTime()) return shared`${time(from)}`;
  const isShort = since(from, until) < 20 * hour;
  return shared`${time(from)}–${time(until, isShort ? 'bare' : 'clock')}`;
}
