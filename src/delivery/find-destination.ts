import type { Tx } from '../shared/database.ts';
import type { Destination } from './gate.ts';

/** The destination as the tables have it now; `gone` when they do not. */
export async function findDestination(
  tx: Tx,
  to: { readonly toPlaceId: string | null; readonly toPersonId: string | null },
): Promise<Destination> {
  if (to.toPlaceId) {
    const place = await tx.place.findUnique({ where: { id: to.toPlaceId } });
    return place ? { kind: 'place', ...place } : { kind: 'gone' };
  }
  const person = to.toPersonId
    ? await tx.person.findUnique({ where: { id: to.toPersonId } })
    : null;
  return person ? { kind: 'person', ...person } : { kind: 'gone' };
}
