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

/** The customer with this id, or null. */
export async function findCustomer(
  tx: Tx,
  id: string | null | undefined,
): Promise<Customer | null> {
  if (!id) return null;
  const row = await tx.customer.findUnique({ where: { id } });
  return row ? customerFrom(row) : null;
}
