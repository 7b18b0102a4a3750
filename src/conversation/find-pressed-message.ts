import type { Card } from '../delivery/card.ts';
import type { Trip } from '../shared/database.ts';
import type { Press } from './inbound.ts';
import type { Occasion } from './occasion.ts';

/** A message of ours, as somebody sees it where they are. */
export interface SeenMessage {
  readonly id: string;
  readonly key: string;
  readonly customerId: string | null;
  readonly card: Card;
  readonly createdAt: Date;
}

/**
 * The message a button was on, if it is really where it was pressed. Without a message the newest one
 * there that offers this button is meant.
 */
export async function findPressedMessage(
  trip: Trip,
  occasion: Occasion,
  press: Press,
): Promise<SeenMessage | null> {
  if (press.messageId === null) {
    const seen = await listSeenMessages(trip, occasion);
    return seen.find(message => offers(message, press)) ?? null;
  }
  const row = await trip.tx.message.findFirst({
    where: { ...here(occasion), OR: [{ id: press.messageId }, { externalRef: press.messageId }] },
    orderBy: { seq: 'desc' },
  });
  return row && seenFrom(row);
}

/** The newest messages of ours where this was said, the newest first. */
export async function listSeenMessages({ tx }: Trip, occasion: Occasion): Promise<SeenMessage[]> {
  const rows = await tx.message.findMany({
    where: { ...here(occasion), state: { notIn: ['withdrawn', 'parked'] } },
    orderBy: { seq: 'desc' },
    take: 30,
  });
  return rows.map(seenFrom);
}

/** Does this message have this very button? */
export function offers(
  { card }: SeenMessage,
  { action, subject }: Pick<Press, 'action' | 'subject'>,
): boolean {
  return (card.actions ?? []).some(each => each.id === action && each.subject === subject);
}

function here({ seat }: Occasion): { toPlaceId: string } | { toPersonId: string } {
  return seat.kind === 'place' ? { toPlaceId: seat.place.id } : { toPersonId: seat.person.id };
}

interface MessageRow extends Omit<SeenMessage, 'card'> {
  card: unknown;
}

function seenFrom({ id, key, customerId, createdAt, card }: MessageRow): SeenMessage {
  return { id, key, customerId, createdAt, card: card as Card };
}
