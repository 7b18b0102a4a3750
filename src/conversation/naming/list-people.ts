import type { Trip } from '../../shared/database.ts';
import type { NamedPerson } from '../../understanding/speech/speech.ts';

/** Everybody one may name in a place of this customer: its own people, and the vendor's. */
export async function listPeople(
  { tx }: Pick<Trip, 'tx'>,
  customerId: string,
): Promise<NamedPerson[]> {
  const rows = await tx.person.findMany({
    where: { active: true, OR: [{ side: 'vendor' }, { customerId }] },
    select: { id: true, name: true, side: true },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ id, name, side }) => ({
    id,
    name,
    side: side === 'vendor' ? 'ours' : 'theirs',
  }));
}
