import { leave } from '../customers/leave.ts';
import { freshPersonId } from '../customers/stand-in.ts';
import type { Database } from '../shared/database.ts';
import { chunksOf } from './chunks.ts';
import type { Setup } from './setup.ts';

/**
 * Whoever no file mentions any more has left: the vendor's people, and those of the files' customers. Whoever was only
 * recognised by their account never stood in a file and stays. Returns their ids.
 */
export async function prune(database: Database, setups: readonly Setup[]): Promise<string[]> {
  const listed = new Set(setups.flatMap(({ people }) => people.map(({ id }) => id)));
  const customers = new Set(setups.flatMap(setup => setup.customers.map(({ id }) => id)));
  const known = await database.client.person.findMany({
    where: { active: true, side: { in: ['vendor', 'customer'] } },
    select: { id: true, side: true, customerId: true, identities: true },
    orderBy: { id: 'asc' },
  });
  const gone = known
    .filter(({ id }) => !listed.has(id))
    .filter(({ side, customerId }) => side === 'vendor' || customers.has(customerId ?? ''))
    .filter(({ id, identities }) => !identities.some(account => freshPersonId(account) === id))
    .map(({ id }) => id);
  for (const some of chunksOf(gone)) await database.trip(trip => leave(trip, some));
  return gone;
}
