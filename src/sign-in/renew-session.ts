import type { Trip } from '../shared/database.ts';
import { hashSecret, newSecret } from './secret.ts';

/** Gives a session a new secret, so that a stolen one is soon worth nothing; null when somebody else just did. */
export async function renewSession(
  { tx, now, random }: Trip,
  secret: string,
): Promise<string | null> {
  const hash = hashSecret(secret);
  const fresh = newSecret(random);
  const { count } = await tx.consoleSession.updateMany({
    where: { hash },
    data: { hash: hashSecret(fresh), formerHash: hash, renewedAt: now },
  });
  return count > 0 ? fresh : null;
}
