import type { Tx } from '../shared/database.ts';
import { type Person, personFrom } from './person.ts';

/** The person with this id, or null. */
export async function findPerson(tx: Tx, id: string | null | undefined): Promise<Person | null> {
  if (!id) return null;
  const row = await tx.person.findUnique({ where: { id } });
  return row ? personFrom(row) : null;
}
