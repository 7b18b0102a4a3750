import type { Trip } from '../../shared/database.ts';
import type { NamedPerson } from '../../understanding/speech/speech.ts';

/** The vendor's people, by the names somebody may call them. */
export async function listOurPeople({ tx }: Pick<Trip, 'tx'>): Promise<NamedPerson[]> {
  const rows = await tx.person.findMany({
    where: { side: 'vendor', active: true },
    select: { id: true, name: true },
    orderBy: { id: 'asc' },
  });
  return rows.map(row => ({ ...row, side: 'ours' }));
}
