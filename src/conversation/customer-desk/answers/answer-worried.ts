import { findAdvocate } from '../../../customers/find-advocate.ts';
import { shared } from '../../../delivery/audience.ts';
import type { Trip } from '../../../shared/database.ts';
import { named } from '../../../situation/text.ts';
import type { Reply } from '../../replies/reply.ts';
import { offerHuman } from '../offer-human.ts';
import type { Ask } from './ask.ts';

/** Worry: the advocate has the words (hearing them told her); somebody can come at once. */
export async function answerWorried(trip: Trip, { turn, customer, text }: Ask): Promise<Reply[]> {
  const advocate = await findAdvocate(trip, customer);
  const before = advocate
    ? shared`That sounds uncomfortable. I've sent it to ${named(advocate.name)}, in your words.`
    : shared`That sounds uncomfortable. I've passed it on in your words.`;
  return [await offerHuman(trip, turn, { customerId: customer.id, words: text, before: [before] })];
}
