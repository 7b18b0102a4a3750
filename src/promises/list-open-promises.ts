import type { Audience } from '../delivery/audience.ts';
import type { Tx } from '../shared/database.ts';
import { type Promised, promiseFrom, type SharedPromise } from './promise.ts';

const most = 10;

/** What we still owe, the earliest first: for `shared` only what the customer may know of. Missed ones are still owed. */
export async function listOpenPromises(
  tx: Tx,
  customerId: string,
  audience: 'shared',
): Promise<SharedPromise[]>;
export async function listOpenPromises(
  tx: Tx,
  customerId: string,
  audience: Audience,
): Promise<Promised[]>;
export async function listOpenPromises(
  tx: Tx,
  customerId: string,
  audience: Audience,
): Promise<Promised[]> {
  const rows = await tx.vendorPromise.findMany({
    where: {
      customerId,
      state: { in: ['open', 'missed'] },
      visibility: audience === 'shared' ? 'shared' : { in: ['shared', 'internal'] },
    },
    orderBy: [{ promisedFor: 'asc' }, { id: 'asc' }],
    take: most,
  });
  return rows.map(promiseFrom);
}
