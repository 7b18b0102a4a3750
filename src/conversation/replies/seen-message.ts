import { type Card, cardFrom } from '../../delivery/card.ts';
import type { Press } from '../arrival/inbound.ts';
import { answerWhereOf, type Turn } from '../arrival/turn.ts';

/** A message of ours, as somebody sees it where they are. */
export interface SeenMessage {
  readonly id: string;
  readonly key: string;
  readonly customerId: string | null;
  readonly card: Card;
  readonly createdAt: Date;
}

interface MessageRow extends Omit<SeenMessage, 'card'> {
  card: unknown;
}

/** A row of ours as somebody sees it. */
export function seenFrom({ id, key, customerId, createdAt, card }: MessageRow): SeenMessage {
  return { id, key, customerId, createdAt, card: cardFrom(card) };
}

/** Where the messages are that somebody sees who says this, as a condition on our rows. */
export function seenWhere(turn: Turn): { toPlaceId: string } | { toPersonId: string } {
  const seat = answerWhereOf(turn);
  return seat.kind === 'place' ? { toPlaceId: seat.place.id } : { toPersonId: seat.person.id };
}

/** Does this message have this very button? */
export function offers(
  { card }: SeenMessage,
  { action, subject }: Pick<Press, 'action' | 'subject'>,
): boolean {
  return (card.actions ?? []).some(each => each.id === action && each.subject === subject);
}
