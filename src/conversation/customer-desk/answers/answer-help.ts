import { shared } from '../../../delivery/audience.ts';
import type { Trip } from '../../../shared/database.ts';
import { named } from '../../../situation/text.ts';
import type { Reply } from '../../replies/reply.ts';
import { offerHuman } from '../offer-human.ts';
import { openAdvocateTask } from '../open-advocate-task.ts';
import type { Ask } from './ask.ts';

/** A problem that need not wake anybody: taken down in the customer's words, with the offer to fetch someone now. */
export async function answerHelp(trip: Trip, ask: Ask): Promise<Reply[]> {
  const { turn, customer, text } = ask;
  const taker = await openAdvocateTask(trip, ask, { kind: 'problem', what: 'reports' });
  const before = taker
    ? [
        shared`I've written that down and sent it to ${named(taker.name)}, in your words.${taker.back}`,
      ]
    : [shared`I've written that down in your words.`];
  return [await offerHuman(trip, turn, { customerId: customer.id, words: text, before })];
}
