import { z } from 'zod';

/** Which public holidays a customer has: those of a country or a part of it, and what is otherwise with them. */
export interface HolidayRule {
  /** ISO 3166: "US". */
  readonly country: string;
  /** A part of it: "NY"; null for the whole. */
  readonly region: string | null;
  /** Days they have beside those. */
  readonly also: readonly string[];
  /** Days of those on which they work. */
  readonly except: readonly string[];
}

export interface Holiday {
  /** "2026-07-03" */
  readonly date: string;
  readonly name: string;
}

/** A day as a calendar of holidays has it. */
export interface CalendarDay {
  /** "2026-07-03 00:00:00", with an offset behind where it begins the evening before. */
  readonly date: string;
  readonly name: string;
  readonly start: Date;
  readonly end: Date;
}

const rule = z.object({
  country: z.string(),
  region: z.string().nullable(),
  also: z.array(z.string()),
  except: z.array(z.string()),
});

/** A stored rule. */
export function holidayRuleFrom(stored: unknown): HolidayRule {
  return rule.parse(stored);
}

const day = 24 * 60 * 60 * 1_000;

/**
 * The holidays of a rule from one date until another, by date. A day that begins at sunset counts from the next morning, and one of
 * several days as each of them.
 */
export function holidaysOf(
  { also, except }: HolidayRule,
  calendar: readonly CalendarDay[],
  { from, until }: { from: string; until: string },
): Holiday[] {
  const days = new Map<string, string>(also.map(date => [date, 'as the setup says']));
  for (const { date, name, start, end } of calendar) {
    const count = Math.max(1, Math.floor((end.getTime() - start.getTime()) / day));
    for (let at = 0; at < count; at += 1) days.set(dateAfter(date.slice(0, 10), at), name);
  }
  return [...days]
    .filter(([date]) => date >= from && date <= until && !except.includes(date))
    .map(([date, name]) => ({ date, name }))
    .sort((a, b) => a.date.localeCompare(b.date));
}

function dateAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * day).toISOString().slice(0, 10);
}
