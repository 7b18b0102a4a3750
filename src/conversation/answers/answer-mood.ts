import { shared } from '../../delivery/audience.ts';
import type { Trip } from '../../shared/database.ts';
import { named } from '../../situation/text.ts';
import { findAdvocate } from '../find-advocate.ts';
import { offerHuman } from '../offer-human.ts';
import { answer, type Reply } from '../reply.ts';
import type { Ask } from './ask.ts';

/** Worry: the advocate has the words (hearing them told her); somebody can come at once. */
export async function answerWorried(
  trip: Trip,
  { occasion, customer, text }: Ask,
): Promise<Reply[]> {
  const advocate = await findAdvocate(trip, customer);
  const before = advocate
    ? shared`That sounds uncomfortable. ${named(advocate.name)} has it now, in your words.`
    : shared`That sounds uncomfortable. I've passed it on in your words.`;
  return [
    await offerHuman(trip, occasion, { customerId: customer.id, words: text, before: [before] }),
  ];
}

/** Thanks are passed on, and need no long answer. */
export async function answerThanks(trip: Trip, { customer }: Ask): Promise<Reply[]> {
  const advocate = await findAdvocate(trip, customer);
  const who = advocate ? shared` I'll pass it on to ${named(advocate.name)}.` : shared``;
  return [answer(customer.id, shared`Good to hear.${who}`)];
}

/** A grievance: heard, passed on in full, nothing promised that is not ours to promise. */
export async function answerComplaint(trip: Trip, { customer }: Ask): Promise<Reply[]> {
  const advocate = await findAdvocate(trip, customer);
  const who = advocate
    ? shared`${named(advocate.name)} has it now, in your words, not in mine.`
    : shared`I've passed it on in your words, not in mine.`;
  return [answer(customer.id, shared`Thank you for saying it plainly. ${who}`)];
}
