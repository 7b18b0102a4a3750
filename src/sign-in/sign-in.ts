import { editMessage } from '../delivery/edit-message.ts';
import type { Trip } from '../shared/database.ts';
import { findOffered } from './find-offered.ts';
import { linkKey, usedCard } from './link-card.ts';
import { hashSecret, newSecret } from './secret.ts';
import { sessionLimits } from './session.ts';

/**
 * Uses a link up and begins a session with a secret of its own, whatever the browser held before. Returns that secret;
 * null when the link is no good, or somebody else was faster.
 */
export async function signIn(trip: Trip, secret: string): Promise<string | null> {
  const { tx, now, random } = trip;
  const person = await findOffered(trip, secret);
  const hash = hashSecret(secret);
  const { count } = await tx.signInLink.deleteMany({ where: { hash } });
  if (!person || count === 0) return null;
  const limits = sessionLimits(now);
  await tx.consoleSession.deleteMany({
    where: { OR: [{ since: { lte: limits.since } }, { renewedAt: { lte: limits.renewedAt } }] },
  });
  const own = newSecret(random);
  const personId = person.id;
  await tx.consoleSession.create({
    data: { id: newSecret(random), hash: hashSecret(own), personId, since: now, renewedAt: now },
  });
  await tx.audit.create({
    data: { id: random.id(), at: now, actorId: personId, action: 'console.sign-in', subject: '' },
  });
  await editMessage(trip, linkKey(hash), usedCard(now));
  return own;
}
