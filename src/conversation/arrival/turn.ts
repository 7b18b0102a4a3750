import type { Customer } from '../../customers/customer.ts';
import type { Actor } from '../../customers/permission.ts';
import type { Person } from '../../customers/person.ts';
import type { Place } from '../../customers/place.ts';

/** Where something was said: a place bound to one customer, or alone with us. */
export type Seat =
  | { readonly kind: 'place'; readonly place: Place; readonly customer: Customer }
  | { readonly kind: 'direct'; readonly person: Person };

/** One thing said to us: by whom, where, and whether it was meant for us. */
export interface Turn {
  readonly inboxId: string;
  /** Null = we do not know this identity. */
  readonly actor: Person | null;
  readonly seat: Seat;
  /** Named on purpose, or alone with us. */
  readonly isMentioned: boolean;
  /** Mentioned, or said in one of our own threads. */
  readonly isAddressed: boolean;
  /** Somebody asked us to be quiet in its thread: there only who names us is answered. */
  readonly isHushed: boolean;
  /** Nobody else has read it: a slash command, a form, a shortcut. What is said to it is for the speaker alone. */
  readonly isQuiet: boolean;
  /** It came by mail: each answer goes under what was said. */
  readonly isLetter: boolean;
  /** The thread it was said in. */
  readonly threadOf: string | null;
  /** The thread an unasked answer goes into, so that people can go on talking. */
  readonly ownThread: string | null;
}

/** How we speak with somebody: the vendor's people command, a partner's work alone with us; everybody else is served as a customer. */
export type Voice = 'vendor' | 'partner' | 'customer';

/** How we speak with whoever said it. */
export function voiceOf({ actor, seat }: Turn): Voice {
  if (actor?.side === 'vendor') return 'vendor';
  return actor?.side === 'partner' && seat.kind === 'direct' ? 'partner' : 'customer';
}

/** The customer whose place it is; null when alone with us. */
export function placeCustomerOf({ seat }: Turn): Customer | null {
  return seat.kind === 'place' ? seat.customer : null;
}

/** The shared place whose customer has read the words themselves; null where they were for us alone. */
export function readPlaceOf({ seat, isQuiet }: Turn): Place | null {
  const isRead = seat.kind === 'place' && seat.place.audience === 'shared' && !isQuiet;
  return isRead ? seat.place : null;
}

/** Where the answers are read: the place, or the speaker's own seat when nobody else is meant to see them. */
export function answerWhereOf({ seat, actor, isQuiet }: Turn): Seat {
  return isQuiet && actor ? { kind: 'direct', person: actor } : seat;
}

/** The customer's person behind the words, when they belong to that customer; a guest is nobody. */
export function insiderOf(turn: Turn, customerId: string): Person | null {
  const { actor } = turn;
  return actor?.side === 'customer' && actor.customerId === customerId ? actor : null;
}

/** The facts a permission is decided on. */
export function actorOf({ actor }: Turn): Actor {
  return actor;
}

/** The clock on which times are meant: the speaker's own; a place's, when we do not know who speaks. */
export function zoneOf({ actor, seat }: Turn): string {
  if (actor) return actor.timeZone;
  return seat.kind === 'place' ? seat.customer.timeZone : seat.person.timeZone;
}

/** Where a bare answer ("2") to this speaker's question is looked up. */
export function questionIdOf(turn: Turn): string {
  const { actor } = turn;
  const seat = answerWhereOf(turn);
  if (seat.kind === 'direct') return `person:${seat.person.id}`;
  return actor ? `place:${seat.place.id}:person:${actor.id}` : `place:${seat.place.id}`;
}

/** Where an offer of a human is remembered: anybody in the place may answer for those who are there. */
export function offerIdOf(turn: Turn): string {
  const seat = answerWhereOf(turn);
  return seat.kind === 'place'
    ? `place:${seat.place.id}:help-offer`
    : `person:${seat.person.id}:help-offer`;
}

/** How times are read that this speaker writes without more. */
export function reckoningOf({ now }: { readonly now: Date }, turn: Turn) {
  return { now, timeZone: zoneOf(turn), defaultTime: '09:00' } as const;
}
