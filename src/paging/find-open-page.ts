import type { Tx } from '../shared/database.ts';
import { type Page, pageFrom } from './page.ts';

/** The newest page of this customer that is not resolved yet, or null. */
export async function findOpenPage(tx: Tx, customerId: string): Promise<Page | null> {
  const row = await tx.page.findFirst({
    where: { customerId, state: { not: 'resolved' } },
    orderBy: [{ raisedAt: 'desc' }, { id: 'desc' }],
  });
  return row ? pageFrom(row) : null;
}
