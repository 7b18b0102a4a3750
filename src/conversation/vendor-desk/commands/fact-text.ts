import { placeCustomerOf } from '../../arrival/occasion.ts';
import type { Naming } from '../../naming/find-named-customer.ts';
import type { Order } from './command.ts';

/**
 * The free words of an order. In a customer's own place "log Northwind called back" is a sentence that
 * begins with its name, not a name in front of a sentence.
 */
export function factText({ said, occasion }: Order, { customer, rest, how }: Naming): string {
  const isSentence =
    how === 'front' && rest !== '' && placeCustomerOf(occasion)?.id === customer.id;
  return (isSentence ? said : rest).trim();
}
