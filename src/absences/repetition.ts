import type ICAL from 'ical.js';

/** How often an event may repeat before we have seen enough of the whole file. */
export interface Patience {
  stepsLeft: number;
}

/** As long as each month may be: a rule that asks for a day beyond it would be looked for without end. */
const shortest = [28, 30, 30] as const;

type Parts = ReturnType<ICAL.Recur['toJSON']>;

/**
 * True for the rules that calendars write for days off: daily, weekly, monthly and yearly, with days that exist. Any other
 * one (seconds; the 30th of February) could be looked for without end, and would stop everything else meanwhile.
 */
export function isReadable(rule: ICAL.Recur): boolean {
  const { interval = 1, freq } = rule;
  const parts: Parts = rule.parts;
  const names = Object.keys(parts).sort().join();
  if (!Number.isInteger(interval) || interval < 1 || interval > 100) return false;
  switch (freq) {
    case 'DAILY':
      return names === '' || (names === 'BYDAY' && interval === 1 && arePlain(parts));
    case 'WEEKLY':
      return names === '' || (names === 'BYDAY' && arePlain(parts));
    case 'MONTHLY':
      return isMonthly(names, parts, interval);
    case 'YEARLY':
      return isYearly(names, parts);
    default:
      return false;
  }
}

function isMonthly(names: string, parts: Parts, interval: number): boolean {
  if (names === 'BYDAY') return areOrdinals(parts) || (arePlain(parts) && interval <= 12);
  if (names === 'BYDAY,BYSETPOS') return arePlain(parts) && isEvery(parts.BYSETPOS, first);
  if (names === 'BYMONTHDAY') return isEvery(parts.BYMONTHDAY, day => day >= 1 && day <= 28);
  return names === '';
}

function isYearly(names: string, parts: Parts): boolean {
  const months = numbers(parts.BYMONTH);
  if (names === '' || names === 'BYMONTH') return true;
  if (names === 'BYDAY,BYMONTH') return areOrdinals(parts);
  if (names !== 'BYMONTH,BYMONTHDAY') return false;
  const longest = Math.min(...months.map(month => shortest[month === 2 ? 0 : 1] ?? 28));
  return isEvery(parts.BYMONTHDAY, day => day >= 1 && day <= longest);
}

const first = (position: number) => position === 1 || position === -1;

function numbers(values: unknown): number[] {
  return [values ?? []].flat().map(Number);
}

function isEvery(values: unknown, test: (value: number) => boolean): boolean {
  const all = numbers(values);
  return all.length > 0 && all.length <= 31 && all.every(test);
}

/** "MO", without a number. */
function arePlain({ BYDAY }: Parts): boolean {
  return [BYDAY ?? []].flat().every(day => /^(MO|TU|WE|TH|FR|SA|SU)$/.test(String(day)));
}

/** "1MO" … "4MO", "-1MO": days that every month has. */
function areOrdinals({ BYDAY }: Parts): boolean {
  return [BYDAY ?? []]
    .flat()
    .every(day => /^(\+?[1-4]|-[1-4])(MO|TU|WE|TH|FR|SA|SU)$/.test(String(day)));
}

/** The moments of a rule from the first one on, as long as somebody asks and there is patience left. */
export function* momentsOf(
  rule: ICAL.Recur,
  start: ICAL.Time,
  patience: Patience,
): Generator<ICAL.Time> {
  const moments = rule.iterator(start);
  for (let moment = moments.next(); moment; moment = moments.next()) {
    if (patience.stepsLeft <= 0) return;
    patience.stepsLeft -= 1;
    yield moment.clone();
  }
}
