import { findPerson } from '../customers/find-person.ts';
import { mention, shared, type Text } from '../delivery/audience.ts';
import type { Tx } from '../shared/database.ts';
import { openly } from '../timeline/event.ts';

/** Whoever is told something in a place is named first, so that their platform notifies them; alone with us they know. */
export async function callOut(
  tx: Tx,
  { personId, placeId }: { readonly personId: string | null; readonly placeId: string | null },
): Promise<Text<'shared'>> {
  const person = placeId ? await findPerson(tx, personId) : null;
  return person ? shared`${mention(person.id, openly(person.name))} ` : shared``;
}
