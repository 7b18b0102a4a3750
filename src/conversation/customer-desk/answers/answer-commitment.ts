import { shared, type Text, time, words } from '../../../delivery/audience.ts';
import { sharedCard } from '../../../delivery/card.ts';
import { listOpenPromises } from '../../../promises/list-open-promises.ts';
import { loadOutcomes } from '../../../promises/load-outcomes.ts';
import type { Promised } from '../../../promises/promise.ts';
import { trustOf, trustText } from '../../../promises/trust.ts';
import type { Trip } from '../../../shared/database.ts';
import { named, personAction, personFoot } from '../../../situation/text.ts';
import type { Reply } from '../../replies/reply.ts';
import { openAdvocateTask, type Taker } from '../open-advocate-task.ts';
import type { Ask } from './ask.ts';

/** "You promised …": what stands open, plainly, and the words with the advocate. */
export async function answerCommitment(trip: Trip, ask: Ask): Promise<Reply[]> {
  const { customer } = ask;
  const all = await listOpenPromises(trip.tx, customer.id, 'internal');
  const promises = all.filter(one => one.visibility === 'shared');
  const unsaid = all.find(one => one.visibility === 'internal');
  const lines = promises.map(one =>
    one.promisedFor < trip.now
      ? shared`⚠️ ${words(one.text)}, promised for ${time(one.promisedFor)} and still owed.`
      : shared`${words(one.text)}, by ${time(one.promisedFor)}.`,
  );
  const taker = await openAdvocateTask(trip, ask, {
    toId: promises.length === 0 ? unsaid?.byId : null,
    kind: 'commitment',
    what: 'asks about something we promised',
  });
  const record = trustText(trustOf(await loadOutcomes(trip.tx, customer.id, 'shared')));
  const head = headText(promises.length, unsaid !== undefined);
  const card = sharedCard('answer', customer.id, {
    body: [...head, ...lines, ...(record ? [record] : []), whoText(taker, unsaid)],
    actions: [personAction(customer.id)],
    foot: personFoot,
  });
  return [{ card }];
}

/** What is not theirs to read is never denied: then nothing is said of how many promises there are. */
function headText(shown: number, isMore: boolean): Text<'shared'>[] {
  if (shown > 0) return [shared`What we owe you:`];
  return isMore ? [] : [shared`I have no open promise to you written down.`];
}

function whoText(taker: Taker | null, unsaid: Promised | undefined): Text<'shared'> {
  if (!taker) return shared`I've passed your words on.`;
  const name = named(taker.name);
  return unsaid
    ? shared`${name} answers that, and has your words.${taker.back}`
    : shared`${name} has your words and will answer.${taker.back}`;
}
