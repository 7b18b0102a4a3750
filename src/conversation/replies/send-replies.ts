import type { To } from '../../delivery/draft.ts';
import { sendMessage } from '../../delivery/send-message.ts';
import type { Trip } from '../../shared/database.ts';
import { type Occasion, readingSeatOf, type Seat } from '../arrival/occasion.ts';
import { type Reply, refusal } from './reply.ts';

/**
 * Says what there is to say. What the room must not read goes to the speaker alone; when the speaker
 * must not read it either, nothing but the refusal is said. What was said quietly is answered to the
 * speaker alone; somebody we do not know can be told nothing there.
 */
export async function sendReplies(
  trip: Trip,
  occasion: Occasion,
  replies: readonly Reply[],
): Promise<void> {
  const isForNobody = occasion.isQuiet && !occasion.actor;
  for (const [index, reply] of replies.entries()) {
    if (isForNobody && !reply.to) continue;
    const to = reply.to ?? destinationOf(occasion, reply);
    const said = to ? reply : refusal();
    const isHere = !reply.to && to !== null && 'placeId' in to;
    await sendMessage(trip, {
      key: said.key ?? `reply:${occasion.inboxId}:${index + 1}`,
      lane: 'replies',
      to: to ?? seatOf(occasion),
      card: said.card,
      threadOf: isHere || !to ? threadFor(occasion, said) : null,
    });
  }
}

/** Here when everybody here may read it, else the speaker alone when they may, else nowhere. */
function destinationOf(occasion: Occasion, { card, isPrivate }: Reply): To | null {
  const { actor } = occasion;
  const seat = readingSeatOf(occasion);
  const isOpen = card.audience === 'shared';
  // What one of our own may not do is nothing for a customer to read.
  const isOwnRefusal = card.name === 'refusal' && actor?.side === 'vendor';
  if (seat.kind === 'place' && !isPrivate && !isOwnRefusal) {
    const isOurs = card.customerId === null || card.customerId === seat.customer.id;
    if (isOurs && (isOpen || seat.place.audience === 'internal')) return toSeat(seat);
  }
  if (actor?.side === 'vendor') return { personId: actor.id };
  const isTheirs = isOpen && (card.customerId === null || card.customerId === actor?.customerId);
  return actor && isTheirs ? { personId: actor.id } : null;
}

function seatOf(occasion: Occasion): To {
  return toSeat(readingSeatOf(occasion));
}

function toSeat(seat: Seat): To {
  return seat.kind === 'place' ? { placeId: seat.place.id } : { personId: seat.person.id };
}

function threadFor(occasion: Occasion, reply: Reply): string | null {
  if (occasion.isQuiet) return null;
  return reply.isAside ? occasion.ownThread : occasion.threadOf;
}
