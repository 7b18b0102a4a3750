import type { DateTime } from 'luxon';
import { hour, inZone, plus } from '../../shared/time.ts';
import type { DayPart } from './atom.ts';
import {
  type Asking,
  atHour,
  dayOf,
  millisecondsOf,
  reckon,
  type Tense,
  wholeSpan,
} from './reckon.ts';
import { timesIn } from './times.ts';
import type { When } from './when.ts';

/** A stretch of time somebody named; `from` is inside, `until` outside. */
export interface Period {
  readonly from: Date;
  readonly until: Date;
}

/** The parts of a day, as people mean them: hours from its local midnight; a night reaches into the next day. */
const partHours: Readonly<Record<DayPart, readonly [number, number]>> = {
  early: [5, 9],
  morning: [5, 12],
  noon: [11, 14],
  afternoon: [12, 18],
  evening: [18, 24],
  night: [18, 32],
  midnight: [23, 25],
  am: [0, 12],
  pm: [12, 24],
};

interface Looking extends Asking {
  readonly tense: Tense;
}

/** The stretch of time these words name, on the asker's wall clock, or null when they name none. */
export function periodIn(text: string, asking: Asking, tense: Tense): Period | null {
  const { whens } = timesIn(text);
  const looking = { ...asking, tense };
  const [first, second] = whens;
  if (!first) return null;
  if (second && (first.marks.has('from') || first.marks.has('between')))
    return between(first, second, looking);
  for (const when of whens) {
    const period = periodOf(when, looking);
    if (period) return period;
  }
  return null;
}

/** The single moment these words name ("at 3", "around 02:30 yesterday"), or null. */
export function clockIn(text: string, asking: Asking, tense: Tense): Date | null {
  const { whens } = timesIn(text);
  const when = whens.find(({ clock, span, marks }) => clock !== null || (span && marks.has('ago')));
  return when ? reckon(when, { ...asking, tense, defaultTime: '00:00' }) : null;
}

function between(first: When, second: When, looking: Looking): Period | null {
  const reckoning = { ...looking, defaultTime: '00:00' };
  const [from, until] = [reckon(onDayOf(second, first), reckoning), reckon(second, reckoning)];
  if (!from || !until) return null;
  const near = isBare(first) && isBare(second) ? nearer({ from, until }, looking) : null;
  return near ?? (from < until ? { from, until } : null);
}

/** Is a day named, or a part of one? */
function isDated({ date, weekday, whole, near, part }: When): boolean {
  return [date, weekday, whole, near, part].some(said => said !== null);
}

/** "Between 9 and 11 tomorrow": a day said last is that of both. */
function onDayOf({ date, weekday, whole, near, part }: When, when: When): When {
  return isDated(when) ? when : { ...when, date, weekday, whole, near, part };
}

/** An hour of a twelve-hour clock, and no day beside it. */
function isBare(when: When): boolean {
  const { clock } = when;
  return clock?.form === 'bare' && clock.hour <= 12 && !isDated(when);
}

const halfDay = 12 * hour;

/** "Between 11 and 1", asked in the evening, is tonight: the hours of a twelve-hour clock that come next. */
function nearer({ from, until }: Period, { now, tense }: Looking): Period | null {
  const length = (until.getTime() - from.getTime() + 2 * halfDay) % halfDay;
  if (tense !== 'future' || length === 0) return null;
  const begin = plus(from, -halfDay) < now ? from : plus(from, -halfDay);
  return { from: begin, until: plus(begin, length) };
}

function periodOf(when: When, looking: Looking): Period | null {
  const { now } = looking;
  if (when.marks.has('since')) return sincePeriod(when, looking);
  if (when.clock) return null;
  if (when.span) return lastPeriod(when, looking);
  const day = dayOf(when, looking);
  if (day) return dayPeriod(day, when, looking);
  if (when.whole && when.whole.unit !== 'day') return wholeSpan(when.whole, looking);
  if (!when.part || when.part === 'midnight') return null;
  const today = inZone(now, looking.timeZone).startOf('day');
  return dayPeriod(today, when, looking);
}

/** "Since yesterday", "since 22:00", "since Monday": from then until now. */
function sincePeriod(when: When, { now, timeZone }: Looking): Period | null {
  const past = { now, timeZone, tense: 'past', defaultTime: '00:00' } as const;
  const period = when.clock || when.span ? null : periodOf({ ...when, marks: new Set() }, past);
  const from = period?.from ?? reckon(when, past);
  return from && from < now ? { from, until: now } : null;
}

/** "In the last 2 hours": so much real time, whatever the clocks did. */
function lastPeriod(when: When, { now }: Looking): Period | null {
  if (!when.span) return null;
  const length = millisecondsOf(when.span);
  if (when.marks.has('last')) return { from: plus(now, -length), until: now };
  return when.marks.has('next') ? { from: now, until: plus(now, length) } : null;
}

/** "Today", "this morning", "yesterday evening", "tomorrow", "on Friday", "6 March"; a night that has begun ends now. */
function dayPeriod(day: DateTime, { part, near }: When, { now }: Looking): Period {
  if (!part) return { from: day.toJSDate(), until: day.plus({ days: 1 }).toJSDate() };
  const [from, until] = partHours[part];
  const period = { from: atHour(day, from), until: atHour(day, until) };
  const isLastNight = part === 'night' && near === -1;
  return isLastNight && period.until > now ? { ...period, until: now } : period;
}
