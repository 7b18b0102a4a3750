import type { Person } from '../../customers/person.ts';
import type { Tx } from '../../shared/database.ts';
import type { Served } from './served.ts';

/** The customers a partner's person works for now, by name. */
export async function listServed(tx: Tx, { partnerOf }: Person): Promise<Served[]> {
  return tx.customer.findMany({
    where: { id: { in: [...partnerOf] } },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  });
}
