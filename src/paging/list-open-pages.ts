import type { Tx } from '../shared/database.ts';
import { type Page, pageFrom } from './page.ts';

/** Every page that is not resolved yet, oldest first; one customer's when a customer is given. */
export async function listOpenPages(tx: Tx, customerId?: string): Promise<Page[]> {
  const rows = await tx.page.findMany({
    where: { customerId, state: { not: 'resolved' } },
    orderBy: [{ raisedAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(pageFrom);
}
