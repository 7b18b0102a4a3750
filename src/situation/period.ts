import { casual, type ParsedComponents } from 'chrono-node';
import type { DateTime } from 'luxon';
import { day, hour, inZone, minute, plus, wallClock, week } from '../shared/time.ts';

/** Whose clock the words are meant on. */
export interface Asking {
  readonly now: Date;
  readonly timeZone: string;
}

export type Tense = 'past' | 'future';

/** A stretch of time somebody named; `from` is inside, `until` outside. */
export interface Period {
  readonly from: Date;
  readonly until: Date;
}

/** The parts of a day, as people mean them: hours from its local midnight; a night reaches into the next day. */
const dayParts: Readonly<Record<string, readonly [number, number]>> = {
  morning: [5, 12],
  afternoon: [12, 18],
  evening: [18, 24],
  night: [18, 32],
};

/** The stretch of time these words name, on the asker's wall clock, or null when they name none. */
export function periodIn(text: string, asking: Asking, tense: Tense): Period | null {
  return (
    lastPeriod(text, asking) ??
    sincePeriod(text, asking) ??
    nightPeriod(text, asking) ??
    weekPeriod(text, asking, tense) ??
    namedDay(text, asking, tense)
  );
}

/** The single moment these words name ("at 3", "around 02:30 yesterday"), or null. */
export function momentIn(text: string, asking: Asking, tense: Tense): Date | null {
  const found = chronoIn(text, asking).find(({ start }) => start.isCertain('hour'));
  return found ? momentOf(found.start, asking, tense) : null;
}

const units: Readonly<Record<string, number>> = { minute, min: minute, hour, hr: hour, day, week };

/** "In the last 2 hours": so much real time, whatever the clocks did. */
function lastPeriod(text: string, { now }: Asking): Period | null {
  const match =
    /\b(?:last|past|previous)\s+(\d{1,3}|few|couple(?: of)?|half(?: an)?)?\s*(min|minute|hr|hour|day|week)s?\b/.exec(
      text,
    );
  const unit = units[match?.[2] ?? ''];
  if (!match || unit === undefined) return null;
  if (match[1] === undefined && unit >= week) return null;
  return { from: plus(now, -countOf(match[1]) * unit), until: now };
}

function countOf(said: string | undefined): number {
  if (said === undefined) return 1;
  if (said.startsWith('half')) return 0.5;
  if (said.startsWith('couple')) return 2;
  return said === 'few' ? 3 : Number(said);
}

/** "Since yesterday", "since 22:00", "since Monday": from then until now. */
function sincePeriod(text: string, asking: Asking): Period | null {
  const match = /\bsince\s+(.+)$/.exec(text);
  if (!match) return null;
  const rest = (match[1] ?? '').replace(/^(\d)/, 'at $1');
  const ago = periodIn(rest, asking, 'past');
  const from = momentIn(rest, asking, 'past') ?? ago?.from ?? null;
  return from && from < asking.now ? { from, until: asking.now } : null;
}

/** "Overnight", "last night", "while I slept": from six in the evening to eight in the morning, or until now. */
function nightPeriod(text: string, { now, timeZone }: Asking): Period | null {
  const isNight =
    /\b(overnight|last night|during the night|in the night|(?:was |i )?(?:asleep|slept|sleeping))\b/.test(
      text,
    );
  if (!isNight) return null;
  const today = inZone(now, timeZone).startOf('day');
  const from = at(today.minus({ days: 1 }), 18);
  const until = at(today, 8);
  return { from, until: until < now ? until : now };
}

/** "This week", "last week", "the weekend", "next week". */
function weekPeriod(text: string, { now, timeZone }: Asking, tense: Tense): Period | null {
  const match = /\b(?:(this|last|next|the|over the)\s+)?(weekend|week)\b/.exec(text);
  if (!match) return null;
  const monday = inZone(now, timeZone).startOf('week');
  const shift = { last: -1, next: 1 }[match[1] ?? ''] ?? 0;
  const start = monday.plus({ weeks: shift });
  if (match[2] === 'week') return span(start, start.plus({ weeks: 1 }));
  const saturday = start.plus({ days: 5 });
  const isAhead = saturday.toJSDate() > now;
  const begun = tense === 'past' && isAhead ? saturday.minus({ weeks: 1 }) : saturday;
  return span(begun, begun.plus({ days: 2 }));
}

/** "Today", "this morning", "yesterday evening", "tomorrow", "on Friday", "6 March". */
function namedDay(text: string, asking: Asking, tense: Tense): Period | null {
  const start = dayIn(text, asking, tense);
  if (!start) return null;
  const part = /\btonight\b/.test(text)
    ? 'night'
    : /\b(morning|afternoon|evening|night)\b/.exec(text)?.[1];
  const hours = part === undefined ? undefined : dayParts[part];
  if (!hours) return span(start, start.plus({ days: 1 }));
  return { from: at(start, hours[0]), until: at(start, hours[1]) };
}

function dayIn(text: string, asking: Asking, tense: Tense): DateTime | null {
  const today = inZone(asking.now, asking.timeZone).startOf('day');
  if (/\b(today|tonight|this (?:morning|afternoon|evening)|so far)\b/.test(text)) return today;
  if (/\byesterday\b/.test(text)) return today.minus({ days: 1 });
  if (/\btomorrow\b/.test(text)) return today.plus({ days: 1 });
  const found = chronoIn(text, asking).find(
    ({ start }) => start.isCertain('day') || start.isCertain('weekday'),
  );
  if (!found) return null;
  if (!found.start.isCertain('day')) return weekdayNear(found.start.get('weekday'), today, tense);
  return inZone(wallClock(dateOf(found.start), '00:00', asking.timeZone), asking.timeZone);
}

/** The last such weekday for the past (today counts), the coming one for the future. Chrono counts Sunday as 0. */
function weekdayNear(weekday: number | null, today: DateTime, tense: Tense): DateTime | null {
  if (weekday === null) return null;
  const iso = weekday === 0 ? 7 : weekday;
  const back = (today.weekday - iso + 7) % 7;
  if (tense === 'past' || back === 0) return today.minus({ days: back });
  return today.plus({ days: 7 - back });
}

function chronoIn(text: string, { now, timeZone }: Asking) {
  const readable = text.replace(/\b(around|about)\s+(?=\d)/g, 'at ');
  const found = casual.parse(readable, { instant: now, timezone: inZone(now, timeZone).offset });
  return found.filter(({ text }) => !/\bnow\b/i.test(text));
}

/** A clock reading as an instant; a bare "3" is whichever 3 o'clock is nearest in the tense asked. */
function momentOf(start: ParsedComponents, asking: Asking, tense: Tense): Date {
  // Chrono fixes the offset for spans ("2 hours ago") and for zones that were said ("3pm EST").
  if (start.isCertain('timezoneOffset')) return start.date();
  const { now, timeZone } = asking;
  const hours = start.get('hour') ?? 0;
  const isOpen = !start.isCertain('meridiem') && hours >= 1 && hours <= 12;
  const readings = isOpen ? [hours % 12, (hours % 12) + 12] : [hours];
  const said = inZone(wallClock(dateOf(start), '00:00', timeZone), timeZone);
  const isDaySaid = start.isCertain('day') || start.isCertain('weekday');
  const days = isDaySaid ? [0] : [-1, 0, 1];
  const all = days.flatMap(shift =>
    readings.map(reading =>
      at(said.plus({ days: shift }), reading + (start.get('minute') ?? 0) / 60),
    ),
  );
  const fitting = all.filter(one => (tense === 'past' ? one <= now : one >= now));
  const nearest = [...(fitting.length > 0 ? fitting : all)].sort(
    (a, b) => Math.abs(a.getTime() - now.getTime()) - Math.abs(b.getTime() - now.getTime()),
  );
  return nearest[0] ?? now;
}

function dateOf(start: ParsedComponents): string {
  const pad = (value: number | null, length: number) => String(value ?? 0).padStart(length, '0');
  return `${pad(start.get('year'), 4)}-${pad(start.get('month'), 2)}-${pad(start.get('day'), 2)}`;
}

/** So many hours by the wall clock after a local midnight: 8 is eight o'clock even on the day the clocks change. */
function at(midnight: DateTime, hours: number): Date {
  const shift = Math.floor(hours / 24);
  const minutes = Math.round((hours - shift * 24) * 60);
  const date = midnight.plus({ days: shift });
  return date.set({ hour: Math.floor(minutes / 60), minute: minutes % 60 }).toJSDate();
}

function span(from: DateTime, until: DateTime): Period {
  return { from: from.toJSDate(), until: until.toJSDate() };
}
