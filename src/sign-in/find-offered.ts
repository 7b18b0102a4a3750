import { findPerson } from '../customers/find-person.ts';
import type { Person } from '../customers/person.ts';
import type { Trip } from '../shared/database.ts';
import { hashSecret } from './secret.ts';

/** Whose link this is; null when it is guessed, used, too old, or theirs who has left. */
export async function findOffered({ tx, now }: Trip, secret: string): Promise<Person | null> {
  const link = await tx.signInLink.findUnique({ where: { hash: hashSecret(secret) } });
  if (!link || link.endsAt <= now) return null;
  const person = await findPerson(tx, link.personId);
  return person?.active && person.side === 'vendor' ? person : null;
}
