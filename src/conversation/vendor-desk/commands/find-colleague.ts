import { type Person, personFrom } from '../../../customers/person.ts';
import type { Tx } from '../../../shared/database.ts';
import { type Match, matchName } from '../../words/names.ts';

/** The vendor person these words name: by id, by name, by a part of the name, or nearly. */
export async function findColleague(tx: Tx, words: string): Promise<Match<Person>> {
  const rows = await tx.person.findMany({
    where: { side: 'vendor', active: true },
    orderBy: { id: 'asc' },
    take: 2_000,
  });
  return matchName(words.replace(/^@/, ''), rows.map(personFrom));
}
