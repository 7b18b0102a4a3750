import type { Tx } from '../shared/database.ts';
import { NotFoundError } from '../shared/errors.ts';
import { type Customer, customerFrom } from './customer.ts';

/** The customer with this id; throws NotFoundError when there is none. */
export async function getCustomer(tx: Tx, id: string): Promise<Customer> {
  const row = await tx.customer.findUnique({ where: { id } });
  if (!row)
    throw new NotFoundError(`There is no customer "${id}". Import it with a setup file first.`);
  return customerFrom(row);
}
