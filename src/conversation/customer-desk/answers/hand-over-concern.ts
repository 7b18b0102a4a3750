import { findPerson } from '../../../customers/find-person.ts';
import { shared, type Text } from '../../../delivery/audience.ts';
import type { Trip } from '../../../shared/database.ts';
import { named } from '../../../situation/text.ts';
import { tellColleague } from '../../../tasks/tell-colleague.ts';
import { findCurrentTransitions } from '../../../transitions/find-transition.ts';
import { isWindowOpen } from '../../../transitions/transition.ts';
import { answer, type Reply } from '../../replies/reply.ts';
import type { Concern } from '../../words/concern.ts';
import { offerHuman } from '../offer-human.ts';
import { openAdvocateTask, type Taker } from '../open-advocate-task.ts';
import type { Ask } from './ask.ts';
import { officeHours } from './office-hours.ts';

/** What a person reads who gets it. */
const whats: Readonly<Record<Concern, string>> = {
  question: 'asks what only a person can answer',
  safety: 'asks whether data or money is safe',
  oddity: 'asks whether something is a problem',
  seen: 'asks whether somebody has seen it',
  plan: 'asks to change the plan',
  'our-part': 'asks what they have to do themselves',
  'way-back': 'asks for the way back',
  cost: 'asks what it costs, or who pays',
  where: 'asks where something is',
};

/**
 * What facts and the plan cannot answer goes to a person in the asker's words, and the asker hears who has it. Whoever
 * fears for data or money is offered somebody at once; a change of the plan is the manager's to know as well.
 */
export async function handOverConcern(trip: Trip, ask: Ask, concern: Concern): Promise<Reply[]> {
  const { turn, customer, text } = ask;
  const taker = await openAdvocateTask(trip, ask, {
    kind: concern,
    what: whats[concern],
    urgency: 'now',
  });
  const who = taker ? shared`${named(taker.name)} has` : shared`The people behind me have`;
  if (concern === 'safety') {
    const before = [
      shared`That is not for a program to answer. ${who} it now in your words, and answers here.`,
    ];
    return [await offerHuman(trip, turn, { customerId: customer.id, words: text, before })];
  }
  const also = concern === 'plan' ? await notifyManager(trip, ask, taker) : null;
  const both = also ? shared` ${named(also)} knows of it too.` : shared``;
  return [
    answer(
      customer.id,
      shared`${who} that now in your words, and answers you ${await whenAnswered(trip, ask, taker)}.${both}`,
    ),
  ];
}

/** While the work runs people are at it; otherwise nobody is woken for a question. */
async function whenAnswered(
  trip: Trip,
  { customer }: Ask,
  taker: Taker | null,
): Promise<Text<'shared'>> {
  const current = await findCurrentTransitions(trip.tx, customer.id, trip.now);
  const isOpen = current.some(isWindowOpen);
  return isOpen || !taker ? shared`here` : officeHours(trip, taker.id);
}

/** Returns the manager's name; null when the customer has none, or the manager has the task already. */
async function notifyManager(
  trip: Trip,
  { turn, customer, text }: Ask,
  taker: Taker | null,
): Promise<string | null> {
  const manager = await findPerson(trip.tx, customer.managerId);
  if (!manager?.active || manager.id === taker?.id) return null;
  await tellColleague(trip, {
    key: `plan:${taker?.taskId ?? turn.inboxId}`,
    personId: manager.id,
    customerId: customer.id,
    kind: 'notice',
    text: `${customer.name} asks to change the plan: "${text}". The advocate has it.`,
    urgency: 'in-window',
  });
  return manager.name;
}
