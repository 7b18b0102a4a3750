import type { Card } from './card.ts';

/** Pages have their own lane: nothing else ever delays them. */
export const lanes = ['pages', 'replies', 'check-ins', 'webhooks'] as const;
export type Lane = (typeof lanes)[number];

/** A place by its id, or a person directly. */
export type To = { readonly placeId: string } | { readonly personId: string };

export interface Draft {
  /** Says what this message is ("check-in:7"), so that saying it twice does nothing. */
  readonly key: string;
  readonly lane: Lane;
  readonly to: To;
  readonly card: Card;
  /** The contact method; chat when left out. `address` is its number or mailbox. */
  readonly via?: string;
  readonly address?: string | null;
  readonly threadOf?: string | null;
  /** Whose words it answers: it is said in their language. */
  readonly forId?: string | null;
  /** The key of our own message it answers under, wherever that one will stand by then. */
  readonly under?: string | null;
  /** It is not said later than this, but withdrawn; whenever it may be when left out. */
  readonly notAfter?: Date;
}
