import type { Customer } from '../../customers/customer.ts';
import { findCustomer } from '../../customers/find-customer.ts';
import type { Trip } from '../../shared/database.ts';
import type { Turn } from '../arrival/turn.ts';

/**
 * The customer this is about: the place's, or the one the person belongs to. Null in the vendor's own places,
 * where nobody is served.
 */
export async function findServed({ tx }: Trip, { seat, actor }: Turn): Promise<Customer | null> {
  if (seat.kind === 'place') return seat.place.audience === 'shared' ? seat.customer : null;
  return findCustomer(tx, actor?.customerId);
}
