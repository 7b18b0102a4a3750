import type { Person } from '../../customers/person.ts';
import type { To } from '../../delivery/draft.ts';
import { sendMessage } from '../../delivery/send-message.ts';
import type { Trip } from '../../shared/database.ts';
import { answerWhereOf, type Seat, type Turn } from '../arrival/turn.ts';
import { type Reply, refusal } from './reply.ts';

/**
 * Says what there is to say. What the room must not read goes to the speaker alone; when the speaker
 * must not read it either, nothing but the refusal is said. What was said quietly is answered to the
 * speaker alone; somebody we do not know can be told nothing there.
 */
export async function sendReplies(
  trip: Trip,
  turn: Turn,
  replies: readonly Reply[],
): Promise<void> {
  const isForNobody = turn.isQuiet && !turn.actor;
  for (const [index, reply] of replies.entries()) {
    if (isForNobody && !reply.to) continue;
    const to = reply.to ?? destinationOf(turn, reply);
    const said = to ? reply : refusal();
    const isHere = !reply.to && to !== null && 'placeId' in to;
    await sendMessage(trip, {
      key: said.key ?? `reply:${turn.inboxId}:${index + 1}`,
      lane: 'replies',
      to: to ?? seatOf(turn),
      card: said.card,
      forId: turn.actor?.id ?? null,
      threadOf: isHere || !to || isAnswered(turn, to) ? threadFor(turn, said) : null,
    });
  }
}

/** Here when everybody here may read it, else the speaker alone when they may, else nowhere. */
function destinationOf(turn: Turn, { card, isPrivate }: Reply): To | null {
  const { actor } = turn;
  const seat = answerWhereOf(turn);
  const isOpen = card.audience === 'shared';
  // What one of our own may not do is nothing for a customer to read.
  const isOwnRefusal = card.name === 'refusal' && actor?.side === 'vendor';
  if (seat.kind === 'place' && !isPrivate && !isOwnRefusal) {
    const isOurs = card.customerId === null || card.customerId === seat.customer.id;
    if (isOurs && (isOpen || seat.place.audience === 'internal')) return toSeat(seat);
  }
  if (actor?.side === 'vendor') return { personId: actor.id };
  return actor && isOpen && isOf(actor, card.customerId) ? { personId: actor.id } : null;
}

/** What is of no customer, of their own, or of one a partner's person works for. */
function isOf(actor: Person, customerId: string | null): boolean {
  if (customerId === null || customerId === actor.customerId) return true;
  return actor.side === 'partner' && actor.partnerOf.includes(customerId);
}

function seatOf(turn: Turn): To {
  return toSeat(answerWhereOf(turn));
}

function toSeat(seat: Seat): To {
  return seat.kind === 'place' ? { placeId: seat.place.id } : { personId: seat.person.id };
}

/** A letter is answered under itself, also when the answer is for its writer alone. */
function isAnswered({ isLetter, actor }: Turn, to: To): boolean {
  return isLetter && 'personId' in to && to.personId === actor?.id;
}

function threadFor(turn: Turn, reply: Reply): string | null {
  if (turn.isQuiet) return null;
  if (turn.isLetter) return turn.ownThread;
  return reply.isAside ? turn.ownThread : turn.threadOf;
}
