import { internal, time } from '../delivery/audience.ts';
import { type Card, internalCard } from '../delivery/card.ts';

/** How a link that was told in chat is found again, without its secret. */
export function linkKey(hash: string): string {
  return `sign-in:${hash}`;
}

/** The link, for the eyes of whoever may use it. */
export function linkCard(address: string, until: Date): Card<'internal'> {
  return internalCard('answer', null, {
    body: [
      internal`Sign in to the console: ${address}`,
      internal`It works once, for you alone, until ${time(until)}. If you did not ask for it, leave it alone: nothing happens.`,
    ],
  });
}

/** What stands there once the link was used: its secret is gone. */
export function usedCard(at: Date): Card<'internal'> {
  return internalCard('answer', null, {
    body: [
      internal`You signed in to the console ${time(at)}. If that was not you, type "console off": every browser is signed out.`,
    ],
  });
}
