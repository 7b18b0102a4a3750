import type { Trip } from '../../../shared/database.ts';
import type { Turn } from '../../arrival/turn.ts';
import { findWorry } from './find-worry.ts';
import { textOf, type Worry } from './worry.ts';

/** A person is called: everything that was said of the worry goes along, once, each sentence as whose it is. Null when nothing was. */
export async function takeWorryAlong(
  trip: Trip,
  turn: Turn,
  customerId: string,
): Promise<string | null> {
  const worry = await findWorry(trip, turn, customerId);
  if (!worry) return null;
  await trip.tx.openQuestion.delete({ where: { id: worry.id } });
  return textOf(worry, await loadOthers(trip, turn, { customerId, worry }));
}

/** The names of those who told of it, without whoever is calling now; a guest in the place is of somebody else's, and stays nameless. */
async function loadOthers(
  { tx }: Trip,
  { actor }: Turn,
  { customerId, worry: { said } }: { readonly customerId: string; readonly worry: Worry },
): Promise<Map<string, string>> {
  const ids = said.flatMap(({ byId }) => (byId && byId !== actor?.id ? byId : []));
  if (ids.length === 0) return new Map();
  const rows = await tx.person.findMany({ where: { id: { in: ids } } });
  return new Map(rows.map(row => [row.id, row.customerId === customerId ? row.name : 'a guest']));
}
