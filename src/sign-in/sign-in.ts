import { editMessage } from '../delivery/edit-message.ts';
import type { Trip } from '../shared/database.ts';
import { beginSession } from './begin-session.ts';
import { findOffered } from './find-offered.ts';
import { linkKey, usedCard } from './link-card.ts';
import { hashSecret } from './secret.ts';

/**
 * Uses a link up and begins a session with a secret of its own, whatever the browser held before. Returns that secret;
 * null when the link is no good, or somebody else was faster.
 */
export async function signIn(trip: Trip, secret: string): Promise<string | null> {
  const { tx, now } = trip;
  const person = await findOffered(trip, secret);
  const hash = hashSecret(secret);
  const { count } = await tx.signInLink.deleteMany({ where: { hash } });
  if (!person || count === 0) return null;
  const own = await beginSession(trip, { personId: person.id, by: '' });
  await editMessage(trip, linkKey(hash), usedCard(now));
  return own;
}
