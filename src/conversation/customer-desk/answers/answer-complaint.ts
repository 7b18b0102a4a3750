import { findAdvocate } from '../../../customers/find-advocate.ts';
import { shared } from '../../../delivery/audience.ts';
import type { Trip } from '../../../shared/database.ts';
import { named } from '../../../situation/text.ts';
import { answer, type Reply } from '../../replies/reply.ts';
import { keepWorry } from '../worries/keep-worry.ts';
import type { Ask } from './ask.ts';

/** A grievance: heard, passed on in full, nothing promised that is not ours to promise. */
export async function answerComplaint(trip: Trip, { turn, customer, text }: Ask): Promise<Reply[]> {
  await keepWorry(trip, turn, { customerId: customer.id, words: text });
  const advocate = await findAdvocate(trip, customer);
  const who = advocate
    ? shared`I've sent it to ${named(advocate.name)} in your words, not in mine.`
    : shared`I've passed it on in your words, not in mine.`;
  return [answer(customer.id, shared`Thank you for saying it plainly. ${who}`)];
}
