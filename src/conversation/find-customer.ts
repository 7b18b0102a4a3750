import { type Customer, customerFrom } from '../customers/customer.ts';
import type { Tx } from '../shared/database.ts';

/** The customer with this id, or null. */
export async function findCustomer(
  tx: Tx,
  id: string | null | undefined,
): Promise<Customer | null> {
  if (!id) return null;
  const row = await tx.customer.findUnique({ where: { id } });
  return row ? customerFrom(row) : null;
}
