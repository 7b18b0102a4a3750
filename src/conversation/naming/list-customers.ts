import { z } from 'zod';
import { type Customer, customerFrom } from '../../customers/customer.ts';
import type { Trip, Tx } from '../../shared/database.ts';
import { statement } from '../../shared/statement.ts';

const nextAfter = `|| chr(1114111)`;

/** By the indexes of migrations/0003_customer_names: the same however many customers there are. */
const called = statement(
  'customers-called',
  `SELECT id FROM customer
   WHERE (lower(name) COLLATE "C" >= lower($1) AND lower(name) COLLATE "C" < lower($1) ${nextAfter})
      OR (lower(id) COLLATE "C" >= lower($2) AND lower(id) COLLATE "C" < lower($2) ${nextAfter})
   ORDER BY id LIMIT 50`,
  z.object({ id: z.string() }),
);

/** The customers whose id or name begins so. */
export async function listCustomersCalled({ tx, run }: Trip, name: string): Promise<Customer[]> {
  const found = await run(called, [name, name.replaceAll(' ', '-')]);
  if (found.length === 0) return [];
  const rows = await tx.customer.findMany({
    where: { id: { in: found.map(({ id }) => id) } },
    orderBy: { id: 'asc' },
  });
  return rows.map(customerFrom);
}

/** Everybody, for a guess at a misspelt name; beyond this many a guess would not be one. */
export async function listCustomers(tx: Tx): Promise<Customer[]> {
  const rows = await tx.customer.findMany({ orderBy: { id: 'asc' }, take: 2_000 });
  return rows.map(customerFrom);
}
