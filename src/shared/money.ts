/**
 * How many digits a currency's minor unit has, as ISO 4217 says by way of Intl: 2 for USD, 0 for JPY, 3 for KWD. Null
 * for what is no currency.
 */
export function minorDigits(currency: string): number | null {
  if (!/^[A-Z]{3}$/.test(currency) || !knownCurrencies.has(currency)) return null;
  const { maximumFractionDigits } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  return maximumFractionDigits ?? 2;
}

const knownCurrencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** An amount in minor units as a plain decimal number: 9605 of USD is "96.05". */
export function decimalText(amountMinor: number, currency: string): string {
  const digits = minorDigits(currency) ?? 2;
  const sign = amountMinor < 0 ? '-' : '';
  const padded = String(Math.abs(amountMinor)).padStart(digits + 1, '0');
  if (digits === 0) return `${sign}${padded}`;
  return `${sign}${padded.slice(0, -digits)}.${padded.slice(-digits)}`;
}

/** The same to be read, the currency before it: "USD 96.05". */
export function moneyText(amountMinor: number, currency: string): string {
  return `${currency} ${decimalText(amountMinor, currency)}`;
}

/** A plain decimal number in minor units: "96.05" or "96.5" of USD; null when it is none, or finer than the currency. */
export function minorFrom(text: string, currency: string): number | null {
  const digits = minorDigits(currency);
  const match = /^(-?)(\d{1,12})(?:\.(\d+))?$/.exec(text.trim());
  if (digits === null || !match) return null;
  const [, sign = '', whole = '', fraction = ''] = match;
  if (/[1-9]/.test(fraction.slice(digits))) return null;
  const minor = Number(`${whole}${fraction.slice(0, digits).padEnd(digits, '0')}`);
  if (!Number.isSafeInteger(minor)) return null;
  return sign === '' || minor === 0 ? minor : -minor;
}

/** The price of so many minutes at so much an hour, half a minor unit rounded up: the only place where money is rounded. */
export function priceOfMinutes(minutes: number, rateAnHour: number): number {
  return Math.floor((minutes * rateAnHour * 2 + 60) / 120);
}
