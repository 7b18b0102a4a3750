import { sendMessage } from '../delivery/send-message.ts';
import type { Trip } from '../shared/database.ts';
import { linkCard, linkKey } from './link-card.ts';
import { offerSignIn } from './offer-sign-in.ts';

/** Sends one of the vendor's people a link to the console, to the place where they are alone with us. */
export async function sendLink(
  trip: Trip,
  wish: { readonly personId: string; readonly base: string },
): Promise<void> {
  const { address, hash, until } = await offerSignIn(trip, wish);
  await sendMessage(trip, {
    key: linkKey(hash),
    lane: 'replies',
    to: { personId: wish.personId },
    card: linkCard(address, until),
    notAfter: until,
  });
}
