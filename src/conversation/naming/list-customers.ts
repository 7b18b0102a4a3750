import { type Customer, customerFrom } from '../../customers/customer.ts';
import type { Tx } from '../../shared/database.ts';

/** The customers whose id or name begins so. */
export async function listCustomersCalled(tx: Tx, name: string): Promise<Customer[]> {
  const rows = await tx.customer.findMany({
    where: {
      OR: [
        { id: { startsWith: name.toLowerCase().replaceAll(' ', '-') } },
        { name: { startsWith: name, mode: 'insensitive' } },
      ],
    },
    orderBy: { id: 'asc' },
    take: 50,
  });
  return rows.map(customerFrom);
}

/** Everybody, for a guess at a misspelt name; beyond this many a guess would not be one. */
export async function listCustomers(tx: Tx): Promise<Customer[]> {
  const rows = await tx.customer.findMany({ orderBy: { id: 'asc' }, take: 2_000 });
  return rows.map(customerFrom);
}
