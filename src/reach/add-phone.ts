import type { Trip } from '../shared/database.ts';
import { dropPhone } from './drop-phone.ts';
import { findInvited } from './find-invited.ts';
import { hashInvitation } from './invitation.ts';

/** Where a phone takes notifications, and with which keys it reads them. */
export interface Subscription {
  readonly endpoint: string;
  readonly publicKey: string;
  readonly secret: string;
}

/**
 * Lets a phone take notifications for whoever was invited; opening our page on it proves that it is theirs. The link is
 * used up. Returns false when there is no such invitation.
 */
export async function addPhone(
  trip: Trip,
  { token, subscription }: { readonly token: string; readonly subscription: Subscription },
): Promise<boolean> {
  const { tx, now, random } = trip;
  const person = await findInvited(trip, token);
  if (!person) return false;
  const { endpoint } = subscription;
  const before = await tx.pushPhone.findUnique({ where: { endpoint } });
  if (before) await dropPhone(trip, before.id);
  const id = random.id();
  const personId = person.id;
  await tx.pushPhone.create({ data: { id, personId, since: now, ...subscription } });
  await tx.contactProof.create({ data: { personId, via: 'push', address: id, provenAt: now } });
  await tx.pushInvitation.delete({ where: { hash: hashInvitation(token) } });
  return true;
}
