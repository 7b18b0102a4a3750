import type { Shift } from '../on-call/schedule.ts';
import { csvCell } from '../shared/csv.ts';
import { dateIn, hour, inZone, nextDate, since, wallClock } from '../shared/time.ts';

/** What being on call was for one person between two instants, on their own clock. */
export interface Load {
  readonly personId: string;
  readonly hours: number;
  /** Between 22:00 and 06:00. */
  readonly nightHours: number;
  /** Nights with any of these hours. */
  readonly nights: number;
  readonly weekendHours: number;
  /** Calls of pages, at any hour. */
  readonly calls: number;
  /** Calls of pages that came between 22:00 and 06:00. */
  readonly nightCalls: number;
  /** Nights with any of those calls. */
  readonly nightsWoken: number;
}

/** When somebody sleeps, on their own clock. */
const night = { from: '22:00', until: '06:00' } as const;

/** Somebody's shifts and the calls they had, as load. */
export function loadOf(
  personId: string,
  {
    shifts,
    calls,
    timeZone,
  }: { shifts: readonly Shift[]; calls: readonly Date[]; timeZone: string },
): Load {
  const nights = shifts.flatMap(shift => nightsIn(shift, timeZone));
  const woken = calls.filter(at => isNight(at, timeZone));
  return {
    personId,
    hours: hoursOf(shifts),
    nightHours: hoursOf(nights),
    nights: new Set(nights.map(({ date }) => date)).size,
    weekendHours: hoursOf(shifts.flatMap(shift => weekendsIn(shift, timeZone))),
    calls: calls.length,
    nightCalls: woken.length,
    nightsWoken: new Set(woken.map(at => nightOf(at, timeZone))).size,
  };
}

/** The loads as a table for a spreadsheet. A name that a spreadsheet would take for a formula is kept text. */
export function loadTable(loads: readonly (Load & { readonly name: string })[]): string {
  const head = 'person,name,hours,night hours,nights,weekend hours,night calls';
  const lines = loads.map(
    ({ personId, name, hours, nightHours, nights, weekendHours, nightCalls }) =>
      [
        csvCell(personId),
        csvCell(name),
        tenths(hours),
        tenths(nightHours),
        nights,
        tenths(weekendHours),
        nightCalls,
      ].join(','),
  );
  return `${[head, ...lines].join('\n')}\n`;
}

interface Stretch {
  readonly from: Date;
  readonly until: Date;
}

function hoursOf(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, { from, until }) => sum + since(from, until), 0) / hour;
}

function nightsIn(shift: Stretch, timeZone: string): (Stretch & { date: string })[] {
  return datesOf(shift, timeZone).flatMap(date => {
    const from = wallClock(date, night.from, timeZone);
    const until = wallClock(nextDate(date), night.until, timeZone);
    return within(shift, { from, until }).map(part => ({ ...part, date }));
  });
}

function weekendsIn(shift: Stretch, timeZone: string): Stretch[] {
  return datesOf(shift, timeZone)
    .filter(date => [0, 6].includes(new Date(date).getUTCDay()))
    .flatMap(date => {
      const from = wallClock(date, '00:00', timeZone);
      return within(shift, { from, until: wallClock(nextDate(date), '00:00', timeZone) });
    });
}

/** Every date that the stretch touches, and the one before, whose night may reach into it. */
function datesOf({ from, until }: Stretch, timeZone: string): string[] {
  const dates: string[] = [];
  const last = dateIn(timeZone, until);
  let date = inZone(from, timeZone).minus({ days: 1 }).toFormat('yyyy-MM-dd');
  for (; date <= last; date = nextDate(date)) dates.push(date);
  return dates;
}

function within(shift: Stretch, part: Stretch): Stretch[] {
  const from = shift.from > part.from ? shift.from : part.from;
  const until = shift.until < part.until ? shift.until : part.until;
  return from < until ? [{ from, until }] : [];
}

function isNight(at: Date, timeZone: string): boolean {
  const clock = inZone(at, timeZone).toFormat('HH:mm');
  return clock >= night.from || clock < night.until;
}

/** The date on which the night of this instant began. */
function nightOf(at: Date, timeZone: string): string {
  const local = inZone(at, timeZone);
  const isEvening = local.toFormat('HH:mm') >= night.from;
  return (isEvening ? local : local.minus({ days: 1 })).toFormat('yyyy-MM-dd');
}

/** The first night of these hours from an instant on, as far as it lies in them; null when there is none. */
export function nextNightIn(shift: Stretch, after: Date, timeZone: string): Stretch | null {
  const later = { from: shift.from > after ? shift.from : after, until: shift.until };
  if (later.from >= later.until) return null;
  const [first] = nightsIn(later, timeZone);
  return first ? { from: first.from, until: first.until } : null;
}

function tenths(hours: number): string {
  return (Math.round(hours * 10) / 10).toString();
}
