import type { Trip } from '../../../shared/database.ts';
import { saidAs, saidHere } from './said.ts';

/** What this person said in the console, in their own words; null when it was somebody else, or is forgotten by now. */
export async function findSaid(
  { tx }: Pick<Trip, 'tx'>,
  { said, personId }: { readonly said: string; readonly personId: string },
): Promise<string | null> {
  const row = await tx.inbox.findUnique({ where: { id: saidAs(said) } });
  const known = saidHere.safeParse(row?.payload);
  return known.success && known.data.from === personId ? known.data.text : null;
}
