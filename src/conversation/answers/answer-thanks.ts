import { shared } from '../../delivery/audience.ts';
import type { Trip } from '../../shared/database.ts';
import { named } from '../../situation/text.ts';
import { findAdvocate } from '../find-advocate.ts';
import { answer, type Reply } from '../reply.ts';
import type { Ask } from './ask.ts';

/** Thanks are passed on, and need no long answer. */
export async function answerThanks(trip: Trip, { customer }: Ask): Promise<Reply[]> {
  const advocate = await findAdvocate(trip, customer);
  const who = advocate ? shared` I'll pass it on to ${named(advocate.name)}.` : shared``;
  return [answer(customer.id, shared`Good to hear.${who}`)];
}
