import { findOpenPage } from '../../paging/page/find-pages.ts';
import type { Trip } from '../../shared/database.ts';
import type { Reply } from '../replies/reply.ts';
import type { Ask } from './answers/ask.ts';
import { getHuman } from './get-human.ts';
import { intentKinds } from './intent-kind.ts';

/**
 * Trouble told while somebody is being called, or has the page, is for them: nobody is offered a person who
 * is coming already. Between people it is added without a word. Null when there is nothing to add to.
 */
export async function addToOpenPage(trip: Trip, ask: Ask): Promise<Reply[] | null> {
  const { turn, customer, text, understanding } = ask;
  if (intentKinds[understanding.intent] !== 'trouble') return null;
  const page = await findOpenPage(trip.tx, customer.id);
  if (!page?.isShared) return null;
  const how = turn.isAddressed ? 'asked' : 'overheard';
  const replies = await getHuman(trip, turn, { customer, words: text, how });
  return turn.isAddressed ? replies : [];
}
