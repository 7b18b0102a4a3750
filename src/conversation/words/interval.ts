import { parseRung, type Rung } from '../../check-ins/cadence/cadence.ts';
import { day, hour, minute, week } from '../../shared/time.ts';

/** A rhythm we do not keep as it was said: what comes nearest, and why it is another. */
export interface Interval {
  readonly rung: Rung;
  readonly because: 'nearest' | 'weekdays' | 'passing';
}

/** How long each rung waits; on request has no length. */
const lengths: readonly (readonly [Rung, number])[] = [
  ['30m', 30 * minute],
  ['1h', hour],
  ['2h', 2 * hour],
  ['4h', 4 * hour],
  ['1d', day],
  ['2d', 2 * day],
  ['1w', week],
  ['2w', 2 * week],
];

const units: Readonly<Record<string, number>> = { m: minute, h: hour, d: day, w: week };
const counted =
  /^(?:every )?(\d{1,3}) ?(?:(m)(?:in(?:ute)?s?)?|(h)(?:(?:ou)?rs?)?|(d)(?:ays?)?|(w)(?:eeks?)?)$/;
const weekday = '(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*';
const weekdays = new RegExp(
  `^(?:(?:on|every) )?(${weekday}(?:(?:,| and|, and| &)? ${weekday})*)(?: (?:at )?\\d{1,2}(?:[:.]\\d{2})?(?: ?[ap]m)?)?$`,
);
const passing = /^(.+?) (?:for (?:tonight|today|now|the (?:night|day|weekend))|tonight|today)$/;

/** "every 3 hours", "mon and thu 9:00", "hourly for tonight": the rung that comes nearest; null when it is no rhythm. */
export function readInterval(said: string): Interval | null {
  const words = said.trim().toLowerCase().replace(/\s+/g, ' ');
  const apart = lengthOf(words);
  if (apart !== null) return { rung: nearestTo(apart), because: 'nearest' };
  const named = weekdays.exec(words)?.[1];
  if (named) {
    const days = new Set(named.match(new RegExp(weekday, 'g'))?.map(each => each.slice(0, 3)));
    return { rung: nearestTo(week / days.size), because: 'weekdays' };
  }
  const rung = parseRung(passing.exec(words)?.[1] ?? '');
  return rung ? { rung, because: 'passing' } : null;
}

function lengthOf(words: string): number | null {
  const [, count, ...letters] = counted.exec(words) ?? [];
  const unit = units[letters.find(letter => letter) ?? ''];
  return count && unit && Number(count) > 0 ? Number(count) * unit : null;
}

/** As a ratio: three hours are nearer to four than to two. */
function nearestTo(apart: number): Rung {
  const distance = (length: number) => Math.abs(Math.log(length / apart));
  return lengths.reduce((best, each) => (distance(each[1]) < distance(best[1]) ? each : best))[0];
}
