import { z } from 'zod';
import { type ActionId, actionIds } from '../../delivery/card.ts';

/**
 * What a button of ours carries: the action, its subject, and a nonce that tells one showing of a card from the
 * next. Customers' apps can read it, so it holds opaque ids alone; it is no permission.
 */
export interface CardData {
  readonly a: ActionId;
  readonly s: string;
  readonly n: string;
}

const cardData = z.object({
  a: z.enum(actionIds),
  s: z.string().max(200),
  n: z.string().min(1).max(80),
});

const homeMark = 'home:';

/** The data of a button press as Teams hands it over, or null when it is not from a card of ours. */
export function readCardData(value: unknown): CardData | null {
  const parsed = cardData.safeParse(value);
  return parsed.success ? parsed.data : null;
}

/** The nonce of a home card, whose buttons belong to no message. */
export function homeNonce(nonce: string): string {
  return `${homeMark}${nonce}`;
}

/** True when the button was on a home card. */
export function isFromHome({ n }: CardData): boolean {
  return n.startsWith(homeMark);
}
