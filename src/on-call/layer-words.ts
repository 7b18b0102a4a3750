import type { DutyHours } from './duty-hours.ts';
import type { Rotation } from './rotation.ts';
import type { Layer } from './schedule.ts';

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** "Ada, Ben in turns of 7 days, Mon–Fri 22:00–06:00": who takes turns in a layer, and when. */
export function layerWords({ rotation, only }: Layer, nameOf: (id: string) => string): string {
  const names = rotation.people.map(nameOf).join(', ');
  const when = only.length === 0 ? 'always' : only.map(hoursWords).join(' and ');
  const isShared = new Set(rotation.people).size > 1;
  return isShared ? `${names} in turns of ${lengthWords(rotation)}, ${when}` : `${names}, ${when}`;
}

function lengthWords({ everyDays }: Rotation): string {
  if (everyDays < 1) return `${Math.round(everyDays * 240) / 10} hours`;
  return everyDays === 1 ? '1 day' : `${Math.round(everyDays * 10) / 10} days`;
}

/** "Mon–Fri 09:00–17:00" */
function hoursWords({ days: on, from, until }: DutyHours): string {
  const clock = from === '00:00' && until === '24:00' ? '' : ` ${from}–${until}`;
  return `${daysWords(on)}${clock}`;
}

function daysWords(on: readonly number[]): string {
  if (on.length === 7) return 'daily';
  const [first = 1] = on;
  const last = on.at(-1) ?? first;
  const isRun = on.length > 2 && last - first === on.length - 1;
  const name = (day: number) => days[day - 1] ?? '';
  return isRun ? `${name(first)}–${name(last)}` : on.map(name).join(', ');
}
