import { shared, time, words } from '../../../delivery/audience.ts';
import { sharedCard } from '../../../delivery/card.ts';
import { listOpenPromises } from '../../../promises/list-open-promises.ts';
import type { Trip } from '../../../shared/database.ts';
import { named, personAction, personFoot } from '../../../situation/text.ts';
import type { Reply } from '../../replies/reply.ts';
import { openAdvocateTask } from '../open-advocate-task.ts';
import type { Ask } from './ask.ts';

/** "You promised …": what stands open, plainly, and the words with the advocate. */
export async function answerCommitment(trip: Trip, ask: Ask): Promise<Reply[]> {
  const { customer } = ask;
  const promises = await listOpenPromises(trip.tx, customer.id, 'shared');
  const lines = promises.map(one =>
    one.promisedFor < trip.now
      ? shared`⚠️ ${words(one.text)}, promised for ${time(one.promisedFor)} and still owed.`
      : shared`${words(one.text)}, by ${time(one.promisedFor)}.`,
  );
  const taker = await openAdvocateTask(trip, ask, {
    kind: 'commitment',
    what: 'asks about something we promised',
  });
  const who = taker
    ? shared`${named(taker.name)} has your words and will answer.${taker.back}`
    : shared`I've passed your words on.`;
  const head =
    lines.length > 0
      ? shared`What we owe you:`
      : shared`I have no open promise to you written down.`;
  const card = sharedCard('answer', customer.id, {
    body: [head, ...lines, who],
    actions: [personAction(customer.id)],
    foot: personFoot,
  });
  return [{ card }];
}
