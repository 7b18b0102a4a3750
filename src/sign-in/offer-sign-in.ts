import type { Trip } from '../shared/database.ts';
import { plus } from '../shared/time.ts';
import { hashSecret, newSecret } from './secret.ts';
import { signInPolicy } from './session.ts';

/** A link with which this person may sign in, once; those before it end. The only time its secret can be seen. */
export async function offerSignIn(
  { tx, now, random }: Trip,
  { personId, base }: { readonly personId: string; readonly base: string },
): Promise<{ readonly address: string; readonly hash: string; readonly until: Date }> {
  const secret = newSecret(random);
  const hash = hashSecret(secret);
  const until = plus(now, signInPolicy.linkFor);
  await tx.signInLink.deleteMany({ where: { OR: [{ personId }, { endsAt: { lte: now } }] } });
  await tx.signInLink.create({ data: { hash, personId, endsAt: until } });
  return { address: `${base}/console/sign-in/${secret}`, hash, until };
}
