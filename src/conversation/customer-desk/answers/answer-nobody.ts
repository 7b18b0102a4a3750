import { notifyAdvocate } from '../../../check-ins/answers/notify-advocate.ts';
import { shared } from '../../../delivery/audience.ts';
import { findSharedPage } from '../../../paging/page/find-shared-page.ts';
import type { Trip } from '../../../shared/database.ts';
import { says } from '../../../understanding/speech/say.ts';
import { speechOf } from '../../../understanding/speech/speech.ts';
import { answer, type Reply } from '../../replies/reply.ts';
import { readOutcome } from '../../words/outcome-words.ts';
import { closeOffers } from '../close-offers.ts';
import { getHuman } from '../get-human.ts';
import { offerHuman } from '../offer-human.ts';
import { answerResolved } from './answer-resolved.ts';
import type { Ask } from './ask.ts';
import { askStandDown } from './ask-stand-down.ts';

/** "We no longer need anyone": nobody is called, whoever is being called is settled first, and the advocate knows. */
export async function answerNobody(trip: Trip, ask: Ask): Promise<Reply[]> {
  const { turn, customer, person, text, understanding } = ask;
  const page = await findSharedPage(trip.tx, customer.id);
  if (page && readOutcome(text) === 'unsolved')
    return getHuman(trip, turn, { customer, words: text, how: 'asked' });
  if (page?.state === 'open') return [await askStandDown(trip, ask, page.id)];
  if (page) return answerResolved(trip, ask);
  const saying = {
    customer,
    personId: person?.id ?? null,
    doing: 'wants nobody called',
    words: text,
    tone: 'neutral',
  } as const;
  await notifyAdvocate(trip, `nobody:${turn.inboxId}`, saying);
  if (understanding.urgent && says(speechOf(text), ['bad', 'goesWrong', 'lost'])) {
    const before = [shared`I call nobody for that, as you say.`];
    return [await offerHuman(trip, turn, { customerId: customer.id, words: text, before })];
  }
  await closeOffers(trip, turn, 'no');
  return [answer(customer.id, shared`Then I call nobody. Your advocate has that in your words.`)];
}
