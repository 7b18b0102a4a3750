import type { Tx } from '../shared/database.ts';
import { lookedAfterBy } from './looked-after-by.ts';

/**
 * The managers somebody works for, by their ids and without themselves: those whose customers they look after; of somebody
 * who is only in a rotation, all of them. `most` customers' managers where it is given.
 */
export async function listManagersOf(tx: Tx, personId: string, most?: number): Promise<string[]> {
  const asked = { select: { managerId: true }, distinct: 'managerId', take: most } as const;
  const own = await tx.customer.findMany({ where: lookedAfterBy(personId), ...asked });
  const every = own.length > 0 ? own : await tx.customer.findMany(asked);
  return every.flatMap(({ managerId }) => (managerId && managerId !== personId ? managerId : []));
}
