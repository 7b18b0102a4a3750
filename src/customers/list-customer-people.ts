import type { Tx } from '../shared/database.ts';
import { type Person, personFrom } from './person.ts';

/** Everybody on this customer's side that we know and who is still there, by name. */
export async function listCustomerPeople(tx: Tx, customerId: string): Promise<Person[]> {
  const rows = await tx.person.findMany({
    where: { customerId, side: 'customer', active: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  return rows.map(personFrom);
}
