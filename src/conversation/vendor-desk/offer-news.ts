import { internal } from '../../delivery/audience.ts';
import type { Trip } from '../../shared/database.ts';
import { hour, plus } from '../../shared/time.ts';
import type { Turn } from '../arrival/turn.ts';
import { askChoice } from '../choices/ask-choice.ts';
import { listSeenMessages } from '../replies/list-seen-messages.ts';
import type { Reply } from '../replies/reply.ts';

/** Plain words in answer to "is there news?": offers to share or to keep them. Null when nobody was asked. */
export async function offerNews(trip: Trip, turn: Turn, text: string): Promise<Reply[] | null> {
  const { seat, actor } = turn;
  if (seat.kind !== 'direct' || !actor) return null;
  const since = plus(trip.now, -2 * hour);
  const seen = await listSeenMessages(trip, turn);
  const asked = seen.find(
    ({ card, createdAt }) => card.name === 'news-request' && createdAt >= since,
  );
  if (!asked?.customerId) return null;
  const open = await trip.tx.newsRequest.findUnique({ where: { openKey: asked.customerId } });
  if (!open) return null;
  const options = [
    { label: 'Tell the customer', says: `publish ${asked.customerId}: ${text}` },
    { label: 'For us only', says: `log ${asked.customerId}: ${text}` },
  ];
  const question = internal`Is that the news for ${asked.customerId}? “${text}”`;
  return [
    await askChoice(trip, turn, { audience: 'internal', customerId: null, question, options }),
  ];
}
