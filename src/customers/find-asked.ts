import type { Tx } from '../shared/database.ts';
import type { Customer } from './customer.ts';
import { findPerson } from './find-person.ts';
import type { Person } from './person.ts';

/** Whom check-ins of this customer are addressed to: whoever was named in words, else who leads; null when neither is here any more. */
export async function findAsked(
  tx: Tx,
  { id, askedId, leaderId }: Pick<Customer, 'id' | 'askedId' | 'leaderId'>,
): Promise<Person | null> {
  const named = await findPerson(tx, askedId);
  if (named?.active && named.side === 'customer' && named.customerId === id) return named;
  const leader = await findPerson(tx, leaderId);
  return leader?.active ? leader : null;
}
