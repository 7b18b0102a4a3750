import type { Tx } from '../shared/database.ts';
import type { Outcome } from './trust.ts';

/** What became of everything this customer was promised; for `shared` only what they may know of. */
export async function loadOutcomes(
  tx: Tx,
  customerId: string,
  audience: 'shared' | 'internal',
): Promise<Outcome[]> {
  return tx.vendorPromise.findMany({
    where: { customerId, ...(audience === 'shared' ? { visibility: 'shared' } : {}) },
    select: {
      byId: true,
      state: true,
      promisedFor: true,
      missedAt: true,
      closedAt: true,
      moves: true,
    },
  });
}
