import { everyCustomer, type Right } from '../right.ts';

/** What a bearer may do. */
export interface Bearer {
  readonly id: string;
  /** What the token was called: who it was, in what is written down. */
  readonly name: string;
  readonly customers: readonly string[];
  readonly mayPublish: boolean;
  readonly may: readonly Right[];
}

/** True when this customer is one of the bearer's. */
export function reaches({ customers }: Bearer, customerId: string): boolean {
  return customers.includes(everyCustomer) || customers.includes(customerId);
}

/** The bearer's customers for a query: their ids, or undefined for all. */
export function reachOf({ customers }: Bearer): { in: string[] } | undefined {
  return customers.includes(everyCustomer) ? undefined : { in: [...customers] };
}
