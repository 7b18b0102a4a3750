import type { Trip } from '../shared/database.ts';
import { hashSecret, newSecret } from './secret.ts';
import { sessionLimits } from './session.ts';

/**
 * Begins a session of this person with a secret of its own, and returns that. It is written down with what let them in:
 * nothing for a link, else the provider. Sessions that are over go.
 */
export async function beginSession(
  { tx, now, random }: Trip,
  { personId, by }: { readonly personId: string; readonly by: string },
): Promise<string> {
  const limits = sessionLimits(now);
  await tx.consoleSession.deleteMany({
    where: { OR: [{ since: { lte: limits.since } }, { renewedAt: { lte: limits.renewedAt } }] },
  });
  const own = newSecret(random);
  await tx.consoleSession.create({
    data: { id: newSecret(random), hash: hashSecret(own), personId, since: now, renewedAt: now },
  });
  await tx.audit.create({
    data: { id: random.id(), at: now, actorId: personId, action: 'console.sign-in', subject: by },
  });
  return own;
}
