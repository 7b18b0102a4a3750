import { type Card, cardFrom } from '../delivery/card.ts';
import type { Trip } from '../shared/database.ts';
import { listHomeCards } from './home/list-home-cards.ts';
import type { Press } from './inbound.ts';
import { type Occasion, readingSeatOf } from './occasion.ts';

/** What a press on the home view has instead of a message. */
const homeView = 'home';

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
  if (press.messageId === homeView) return findInHome(trip, occasion, press);
  const row = await trip.tx.message.findFirst({
    where: { ...here(occasion), OR: [{ id: press.messageId }, { externalRef: press.messageId }] },
    orderBy: { seq: 'desc' },
  });
  return row && seenFrom(row);
}

/** The home view is no message: what it would show this person now is what may be pressed there. */
async function findInHome(
  trip: Trip,
  { seat, inboxId }: Occasion,
  press: Press,
): Promise<SeenMessage | null> {
  if (seat.kind !== 'direct') return null;
  const shown = (await listHomeCards(trip, seat.person)).map(card => ({
    id: homeView,
    key: `${homeView}:${inboxId}`,
    customerId: card.customerId,
    card,
    createdAt: trip.now,
  }));
  return shown.find(message => offers(message, press)) ?? null;
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

function here(occasion: Occasion): { toPlaceId: string } | { toPersonId: string } {
  const seat = readingSeatOf(occasion);
  return seat.kind === 'place' ? { toPlaceId: seat.place.id } : { toPersonId: seat.person.id };
}

interface MessageRow extends Omit<SeenMessage, 'card'> {
  card: unknown;
}

function seenFrom({ id, key, customerId, createdAt, card }: MessageRow): SeenMessage {
  return { id, key, customerId, createdAt, card: cardFrom(card) };
}
