import type { Customer } from '../../customers/customer.ts';

/** Something a customer said, for the advocate's eyes. */
export interface Saying {
  readonly customer: Customer;
  readonly personId: string | null;
  /** "is worried", "complains", "says thank you". */
  readonly doing: string;
  readonly words: string | null;
}

/** "Lena Ortiz (Northwind) is worried: …"; `name` is null when we do not know who spoke. */
export function sayingText({ customer, doing, words }: Saying, name: string | null): string {
  const who = name ? `${name} (${customer.name})` : `Somebody at ${customer.name}`;
  return words ? `${who} ${doing}: "${words}"` : `${who} ${doing}, and has not said more yet.`;
}
