import { shared } from '../../../delivery/audience.ts';
import type { Trip } from '../../../shared/database.ts';
import type { Reply } from '../../replies/reply.ts';
import { offerHuman } from '../offer-human.ts';
import type { Ask } from './ask.ts';

/** Words in a language I do not read: says so, and offers somebody who can. */
export async function answerForeign(trip: Trip, { turn, customer, text }: Ask): Promise<Reply[]> {
  const before = [shared`I can't read that well enough to answer it.`];
  return [await offerHuman(trip, turn, { customerId: customer.id, words: text, before })];
}
