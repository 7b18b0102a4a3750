import { priceOfMinutes } from '../shared/money.ts';
import type { Around } from './around.ts';
import { type Price, priceWork, roleIn, roundedUp } from './price.ts';
import type { CustomersWork } from './service-request.ts';
import { minutesOutside } from './working-span.ts';

/** What is the matter with an amount somebody would charge: only the first thing that explains it. */
export type AmountFault =
  | { readonly kind: 'rounding'; readonly says: string }
  | { readonly kind: 'rate'; readonly says: string }
  | { readonly kind: 'sum'; readonly says: string };

/** The rates that fit the hours a request was worked in. */
export function fittingRates(work: CustomersWork, around: Around): readonly number[] {
  const { contract, ordinary } = around;
  if (!contract) return [];
  const outside = minutesOutside(work, ordinary);
  const role = roleIn(contract, work.role);
  const roles =
    role === null ? (work.role === undefined ? Object.keys(contract.rates) : []) : [role];
  return roles.flatMap(name => {
    const rate = contract.rates[name];
    const after = contract.afterHours[name] ?? rate;
    const fits = [outside < work.minutes ? rate : undefined, outside > 0 ? after : undefined];
    return fits.filter(one => one !== undefined);
  });
}

/** Steps other than its own by which somebody may have rounded. */
const otherSteps = [5, 6, 10, 15, 20, 30, 60];

/** Why the amount that was sent is not what comes out; null when it does, or none was sent. */
export function findAmountFault(work: CustomersWork, around: Around): AmountFault | null {
  const { contract } = around;
  const { amountMinor } = work;
  const price = priceWork(work, around);
  if (!contract || !price || amountMinor === undefined) return null;
  const rates = work.rate === undefined ? fittingRates(work, around) : [work.rate];
  if (rates.length === 0 || isRight(amountMinor, { price, rates })) return null;
  const atRates = (minutes: number) =>
    rates.some(rate => priceOfMinutes(minutes, rate) === amountMinor);
  // Whoever charges minutes as they are cuts off what is less than a minor unit as often as not.
  const isAsWorked =
    atRates(work.minutes) ||
    rates.some(rate => Math.floor((work.minutes * rate) / 60) === amountMinor);
  const wanted = price.roundedMinutes;
  const step = contract.roundingMinutes;
  if (work.minutes % step !== 0 && isAsWorked)
    return {
      kind: 'rounding',
      says: `${work.minutes} minutes are charged as they are; the contract rounds up to ${wanted}.`,
    };
  const twice = minutesRoundedTwice(work, step);
  if (twice !== null && twice !== wanted && atRates(twice))
    return {
      kind: 'rounding',
      says: `Each part was rounded up: ${twice} minutes instead of ${wanted}.`,
    };
  const other = otherSteps.find(
    one => atRates(roundedUp(work.minutes, one)) || atRates(roundedUp(wanted, one)),
  );
  if (other !== undefined)
    return {
      kind: 'rounding',
      says: `It was rounded to ${other} minutes; the contract rounds ${work.minutes} up to ${wanted}, once.`,
    };
  const down = Math.floor(work.minutes / step) * step;
  if (down > 0 && down !== wanted && atRates(down))
    return {
      kind: 'rounding',
      says: `${work.minutes} minutes were rounded down to ${down}; the contract rounds up to ${wanted}.`,
    };
  if (work.minutes % step !== 0 && atRates(wanted + step))
    return {
      kind: 'rounding',
      says: `${work.minutes} minutes were rounded up to ${wanted} and then once more; the contract rounds once.`,
    };
  const all = [...Object.values(contract.rates), ...Object.values(contract.afterHours)];
  if (
    work.rate === undefined &&
    amountMinor > 0 &&
    all.some(rate => priceOfMinutes(wanted, rate) === amountMinor)
  )
    return {
      kind: 'rate',
      says: 'The amount is that of another rate than the one for that role and hour.',
    };
  return { kind: 'sum', says: sumOf(work, { price, rate: rates[0] ?? 0 }) };
}

function isRight(
  amount: number,
  { price, rates }: { price: Price; rates: readonly number[] },
): boolean {
  if (amount === price.amountMinor || amount === price.grossMinor) return true;
  const charged = price.roundedMinutes - price.includedMinutes;
  return rates.some(rate =>
    [price.roundedMinutes, charged].some(minutes => priceOfMinutes(minutes, rate) === amount),
  );
}

function sumOf(work: CustomersWork, { price, rate }: { price: Price; rate: number }): string {
  const comes = price.amountMinor ?? priceOfMinutes(price.roundedMinutes, rate);
  return `${price.roundedMinutes} minutes come to ${comes} in minor units, not to ${work.amountMinor}.`;
}

const told = /(\d+(?:[.,]\d+)?)\s*(h(?:ours?|rs?)?|m(?:in(?:ute)?s?)?)\b/gi;

/** The minutes when every part that the notes name was rounded by itself; null while they name fewer than two. */
function minutesRoundedTwice({ notes, minutes }: CustomersWork, step: number): number | null {
  const parts = [...notes.join('; ').matchAll(told)].map(([, number = '', unit = '']) => {
    const amount = Number(number.replace(',', '.'));
    return /^h/i.test(unit) ? amount * 60 : amount;
  });
  const total = parts.reduce((sum, part) => sum + part, 0);
  if (parts.length < 2 || total > minutes) return null;
  return parts.reduce((sum, part) => sum + roundedUp(part, step), 0);
}
