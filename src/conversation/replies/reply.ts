import type { Audience, Text } from '../../delivery/audience.ts';
import { shared } from '../../delivery/audience.ts';
import { type Card, internalCard, sharedCard } from '../../delivery/card.ts';
import type { To } from '../../delivery/draft.ts';
import { personFoot } from '../../situation/text.ts';

/** One thing to say back. Without more, it goes where the words came from. */
export interface Reply {
  readonly card: Card;
  /** Somewhere else than where the words came from. */
  readonly to?: To;
  /** For the speaker's eyes only, even when it was said in a place. */
  readonly isPrivate?: true;
  /** Under the words themselves, because nobody asked us. */
  readonly isAside?: true;
  /** A key of its own, for a message that is edited later or said once. */
  readonly key?: string;
}

/** The same words whether the thing exists or not. */
export function refusal(): Reply {
  return { card: sharedCard('refusal', null, { body: [shared`I can't help with that here.`] }) };
}

/** A plain answer to a customer; it ends in the way to a human. */
export function answer(customerId: string, ...body: readonly Text<'shared'>[]): Reply {
  return { card: sharedCard('answer', customerId, { body, foot: personFoot }) };
}

/** An answer that a customer may read, as a reply. */
export function reply(card: Card<'shared'>): Reply {
  return { card };
}

/** A plain answer to one of the vendor's people, about one customer or none. */
export function note(customerId: string | null, ...body: readonly Text<Audience>[]): Reply {
  return { card: internalCard('answer', customerId, { body }) };
}

/** An answer that names several customers: for the asker alone. */
export function privateNote(...body: readonly Text<Audience>[]): Reply {
  return { card: internalCard('answer', null, { body }), isPrivate: true };
}
