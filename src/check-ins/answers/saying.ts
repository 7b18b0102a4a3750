import type { Customer } from '../../customers/customer.ts';
import type { Urgency } from '../../tasks/waiting.ts';

/** Something a customer said, for the advocate's eyes. */
export interface Saying {
  readonly customer: Customer;
  readonly personId: string | null;
  /** "is worried", "complains", "says thank you". */
  readonly doing: string;
  readonly words: string | null;
  readonly tone: 'trouble' | 'thanks' | 'neutral';
}

/** Trouble is heard at once; a thank-you is no less true in the morning. */
export const urgencies: Readonly<Record<Saying['tone'], Urgency>> = {
  trouble: 'now',
  neutral: 'in-window',
  thanks: 'in-hours',
};

/** "Lena Ortiz (Northwind) is worried: …"; `name` is null when we do not know who spoke. */
export function sayingText({ customer, doing, words }: Saying, name: string | null): string {
  const who = name ? `${name} (${customer.name})` : `Somebody at ${customer.name}`;
  return words ? `${who} ${doing}: "${words}"` : `${who} ${doing}, and has not said more yet.`;
}
