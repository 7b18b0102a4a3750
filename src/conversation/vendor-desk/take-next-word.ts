import { listOwnPages } from '../../paging/page/list-own-pages.ts';
import type { Trip } from '../../shared/database.ts';
import { type Turn, zoneOf } from '../arrival/turn.ts';
import type { Reply } from '../replies/reply.ts';
import { nextWordIn } from './commands/next-word-words.ts';
import { promiseWord } from './commands/promise-word.ts';

/** Nothing but a time ("30", "22:00"), from whoever has one page: when there is word of it next. Null otherwise. */
export async function takeNextWord(trip: Trip, turn: Turn, text: string): Promise<Reply[] | null> {
  const { actor, seat } = turn;
  const at = nextWordIn(text, { now: trip.now, timeZone: zoneOf(turn) });
  if (!actor || seat.kind !== 'direct' || !at) return null;
  const [page, ...others] = (await listOwnPages(trip, actor.id)).filter(({ isMine }) => isMine);
  if (!page || others.length > 0) return null;
  const { id: pageId, customerId, customerName } = page;
  return [await promiseWord(trip, { pageId, customerId, customerName, personId: actor.id, at })];
}
