import { findPerson } from '../customers/find-person.ts';
import type { Person } from '../customers/person.ts';
import type { Trip } from '../shared/database.ts';
import { hashInvitation } from './invitation.ts';

/** Whose link this is; null when it is guessed, used, too old, or theirs who has left. */
export async function findInvited({ tx, now }: Trip, token: string): Promise<Person | null> {
  const hash = hashInvitation(token);
  const invitation = await tx.pushInvitation.findUnique({ where: { hash } });
  if (!invitation || invitation.endsAt <= now) return null;
  const person = await findPerson(tx, invitation.personId);
  return person?.active && person.side === 'vendor' ? person : null;
}
