import { shared } from '../../../delivery/audience.ts';
import type { Trip } from '../../../shared/database.ts';
import { named } from '../../../situation/text.ts';
import { answer, type Reply } from '../../replies/reply.ts';
import { openAdvocateTask } from '../open-advocate-task.ts';
import type { Ask } from './ask.ts';
import { officeHours } from './office-hours.ts';

/** "I want to speak to your manager": the manager has it by chat, and the asker hears who that is and from when on. */
export async function answerChief(trip: Trip, ask: Ask): Promise<Reply[]> {
  const { customer } = ask;
  const taker = await openAdvocateTask(trip, ask, {
    toId: customer.managerId,
    kind: 'manager',
    what: 'wants to speak to you as the manager',
  });
  if (!taker) return [answer(customer.id, shared`I've written that down in your words.`)];
  const role = taker.id === customer.managerId ? shared`, who manages this for you,` : shared``;
  return [
    answer(
      customer.id,
      shared`${named(taker.name)}${role} has that now in your words, and gets back to you ${await officeHours(trip, taker.id)}.`,
    ),
  ];
}
