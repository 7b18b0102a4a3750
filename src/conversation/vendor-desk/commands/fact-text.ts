import { placeCustomerOf } from '../../arrival/turn.ts';
import type { Naming } from '../../naming/find-named-customer.ts';
import type { Command } from './command.ts';

/**
 * The free words of a command. In a customer's own place "log Northwind called back" is a sentence that
 * begins with its name, not a name in front of a sentence.
 */
export function factText({ said, turn }: Command, { customer, rest, how }: Naming): string {
  const isSentence = how === 'front' && rest !== '' && placeCustomerOf(turn)?.id === customer.id;
  return (isSentence ? said : rest).trim();
}
