import type { Trip } from '../../shared/database.ts';
import { homeView, type Press } from '../arrival/inbound.ts';
import type { Turn } from '../arrival/turn.ts';
import { listHomeCards } from '../home/load-home.ts';
import { listSeenMessages } from '../replies/list-seen-messages.ts';
import { offers, type SeenMessage, seenFrom, seenWhere } from '../replies/seen-message.ts';

/**
 * The message a button was on, if it is really where it was pressed. Without a message the newest one
 * there that offers this button is meant.
 */
export async function findPressedMessage(
  trip: Trip,
  turn: Turn,
  press: Press,
): Promise<SeenMessage | null> {
  if (press.messageId === null) {
    const seen = await listSeenMessages(trip, turn);
    return seen.find(message => offers(message, press)) ?? null;
  }
  if (press.messageId === homeView) return findInHome(trip, turn, press);
  const row = await trip.tx.message.findFirst({
    where: {
      ...seenWhere(turn),
      OR: [{ id: press.messageId }, { externalRef: press.messageId }],
    },
    orderBy: { seq: 'desc' },
  });
  return row && seenFrom(row);
}

/** The home view is no message: what it would show this person now is what may be pressed there. */
async function findInHome(
  trip: Trip,
  { seat, inboxId }: Turn,
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
