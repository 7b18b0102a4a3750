import type { Trip, Tx } from '../shared/database.ts';
import { sendLink } from './send-link.ts';

/**
 * Somebody at the door says who they are: by id, name or mailbox. If that is one of the vendor's people, the link goes to
 * them and to nobody else. Whoever asked learns nothing of it.
 */
export async function askForLink(
  trip: Trip,
  { who, base }: { readonly who: string; readonly base: string },
): Promise<void> {
  const personId = await findWho(trip.tx, who.trim());
  if (personId) await sendLink(trip, { personId, base });
}

/** The one person who is called so; null for nobody, and for several. */
async function findWho(tx: Tx, who: string): Promise<string | null> {
  if (who === '') return null;
  const found = await tx.person.findMany({
    where: {
      side: 'vendor',
      active: true,
      OR: [
        { id: who },
        { name: { equals: who, mode: 'insensitive' } },
        { contact: { array_contains: [{ via: 'email', to: who }] } },
      ],
    },
    select: { id: true },
    take: 2,
  });
  const [first, second] = found;
  return first && !second ? first.id : null;
}
