import type ICAL from 'ical.js';
import { findIana } from 'windows-iana';
import { isTimeZone, wallClock } from '../shared/time.ts';

/** How a calendar's moments become instants: where its owner lives, for days and for times without a zone. */
export type InstantOf = (time: ICAL.Time, zoneName: string | null) => Date;

/**
 * Moments of a calendar whose owner lives in this zone. A zone that the file itself describes goes before one that it
 * only names, by IANA's name or by Windows'; days, times without a zone and unknown zones are the owner's own.
 */
export function instantsIn(timeZone: string): InstantOf {
  return (time, zoneName) => {
    const { zone, isDate } = time;
    if (!isDate && zone && zone.tzid !== 'floating') return new Date(time.toUnixTime() * 1_000);
    const [date = '', clock = '00:00'] = time.toString().slice(0, 16).split('T');
    const named = isDate || zoneName === null ? null : ianaName(zoneName);
    if (named || isDate || zoneName === null) return wallClock(date, clock, named ?? timeZone);
    return ofShownName(zoneName, { date, clock, timeZone }) ?? wallClock(date, clock, timeZone);
  };
}

/**
 * "(UTC-05:00) Eastern Time (US & Canada)", as Outlook on the web calls a zone without describing it: its offset in
 * winter. Whoever lives at that offset most likely means their own zone, which knows the summer; else the offset counts.
 */
function ofShownName(
  name: string,
  { date, clock, timeZone }: { date: string; clock: string; timeZone: string },
): Date | null {
  const [, offset] = /^\((?:UTC|GMT)([+-]\d\d:\d\d)\)/.exec(name) ?? [];
  if (!offset) return null;
  const atThat = (day: string) => new Date(`${day}T${clock}:00${offset}`);
  const winters = ['01-10', '07-10'].map(day => `${date.slice(0, 5)}${day}`);
  const isTheirs = winters.some(day => +wallClock(day, clock, timeZone) === +atThat(day));
  return isTheirs ? null : atThat(date);
}

/** "Europe/Berlin" for itself, for "W. Europe Standard Time" and for "/vendor.example/2026/Europe/Berlin"; null for none. */
export function ianaName(name: string): string | null {
  const parts = name.split('/').filter(part => part !== '');
  const tails = [3, 2, 1].map(length => parts.slice(-length).join('/'));
  const known = tails.find(tail => tail.includes('/') && isTimeZone(tail));
  return known ?? findIana(name)[0] ?? (name === 'UTC' || name === 'GMT' ? 'UTC' : null);
}
