import { findAdvocate } from '../../../customers/find-advocate.ts';
import { shared } from '../../../delivery/audience.ts';
import type { Trip } from '../../../shared/database.ts';
import { named } from '../../../situation/text.ts';
import { answer, type Reply } from '../../replies/reply.ts';
import type { Ask } from './ask.ts';

/** Thanks are passed on, and need no long answer. */
export async function answerThanks(trip: Trip, { customer }: Ask): Promise<Reply[]> {
  const advocate = await findAdvocate(trip, customer);
  const who = advocate ? shared` I'll pass it on to ${named(advocate.name)}.` : shared``;
  return [answer(customer.id, shared`Good to hear.${who}`)];
}
