import { shared } from '../../../delivery/audience.ts';
import type { Trip } from '../../../shared/database.ts';
import { unreachable } from '../../../shared/errors.ts';
import { named } from '../../../situation/text.ts';
import { readPlaceOf } from '../../arrival/turn.ts';
import { answer, type Reply } from '../../replies/reply.ts';
import type { SelfQuestion } from '../../words/self-question.ts';
import { openAdvocateTask } from '../open-advocate-task.ts';
import { answerAboutUs } from './answer-about-us.ts';
import type { Ask } from './ask.ts';

/** "Is this a bot?", "who reads this?", "what do you know about me?", "delete my data": how it is, and no more than that. */
export async function answerSelfQuestion(
  trip: Trip,
  ask: Ask,
  question: SelfQuestion,
): Promise<Reply[]> {
  switch (question) {
    case 'what':
      return answerAboutUs(trip, ask.customer);
    case 'readers':
      return answerReaders(trip, ask);
    case 'memory':
      return answerMemory(trip, ask);
    case 'forget':
      return answerForget(trip, ask);
    default:
      return unreachable(question);
  }
}

async function answerReaders(trip: Trip, { turn, customer }: Ask): Promise<Reply[]> {
  const vendor = await vendorName(trip);
  const here = readPlaceOf(turn)
    ? shared`Everybody who is in here reads what you write here.`
    : shared`What you write to me alone is not shown to your colleagues; an answer to a check-in, or a call for a person, is shown to them.`;
  return [
    answer(
      customer.id,
      shared`${here} What you write to me is kept, and the people of ${vendor} who look after ${named(customer.name)} can read it.`,
    ),
  ];
}

async function answerMemory(trip: Trip, { customer, person }: Ask): Promise<Reply[]> {
  const vendor = await vendorName(trip);
  const who = person ? shared`your name (${named(person.name)}), your clock` : shared`your name`;
  return [
    answer(
      customer.id,
      shared`I keep ${who}, what you wrote to me and when, and your answers to my check-ins. Your words as you typed them are forgotten after a time; what came of them ${vendor} keeps with everything about ${named(customer.name)}.`,
      shared`To have yours deleted, write "delete my data" and a person sees to it.`,
    ),
  ];
}

/** A program that deletes on a word would delete on a wrong one: a person does it, and answers. */
async function answerForget(trip: Trip, ask: Ask): Promise<Reply[]> {
  const taker = await openAdvocateTask(trip, ask, {
    kind: 'privacy',
    what: `asks that their data be deleted${howTo(ask)}`,
  });
  const who = taker ? shared`${named(taker.name)} has` : shared`The people behind me have`;
  const back = taker?.back ?? shared``;
  return [
    answer(
      ask.customer.id,
      shared`I can't delete that myself. ${who} your request now, in your words, and answers you. Until then nothing is deleted.${back}`,
    ),
  ];
}

/** What whoever has the task types: a week passes before anything is deleted. */
function howTo({ person }: Ask): string {
  return person ? ` ("handrail export ${person.id}", "handrail erase ${person.id}")` : '';
}

async function vendorName({ tx }: Trip) {
  const vendor = await tx.organisation.findUnique({ where: { id: 'vendor' } });
  return vendor ? named(vendor.name) : shared`The vendor`;
}
