import type { Trip } from '../shared/database.ts';
import { dateIn } from '../shared/time.ts';
import { type Holiday, type HolidayRule, holidayRuleFrom, holidaysOf } from './holiday.ts';

/** The public holidays of a customer as computed now, beside those somebody has confirmed. */
export interface HolidayList {
  readonly rule: HolidayRule;
  /** From today until the end of next year. Empty where nothing is known of this country. */
  readonly days: readonly Holiday[];
  /** Their country is known, and so is its part. */
  readonly isKnown: boolean;
  readonly confirmed: readonly string[];
}

/** What is computed for a customer with a rule of holidays; null for one without. */
export async function loadHolidays(
  { tx, now }: Pick<Trip, 'tx' | 'now'>,
  customerId: string,
): Promise<HolidayList | null> {
  const row = await tx.publicHoliday.findUnique({ where: { customerId } });
  const customer = row && (await tx.customer.findUnique({ where: { id: customerId } }));
  if (!customer) return null;
  const rule = holidayRuleFrom(row.rule);
  const from = dateIn(customer.timeZone, now);
  const year = Number(from.slice(0, 4));
  const calendar = await calendarOf(rule, [year, year + 1]);
  const days = holidaysOf(rule, calendar ?? [], { from, until: `${year + 1}-12-31` });
  return { rule, days, isKnown: calendar !== null, confirmed: row.confirmed };
}

/** The public holidays of these years; null where the country, or the part of it, is not known. Loaded when it is first asked for: its data are large. */
async function calendarOf({ country, region }: HolidayRule, years: readonly number[]) {
  const { default: Holidays } = await import('date-holidays');
  const part = region?.toUpperCase() ?? null;
  const known = new Holidays();
  if (!known.getCountries('en')?.[country.toUpperCase()]) return null;
  if (part && !known.getStates(country, 'en')?.[part]) return null;
  const calendar = part ? new Holidays(country, part) : new Holidays(country);
  return years
    .flatMap(year => calendar.getHolidays(year, 'en'))
    .filter(({ type }) => type === 'public');
}
