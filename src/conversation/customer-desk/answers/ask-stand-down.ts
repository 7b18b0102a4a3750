import { shared } from '../../../delivery/audience.ts';
import type { Trip } from '../../../shared/database.ts';
import { askChoice } from '../../choices/ask-choice.ts';
import type { Reply } from '../../replies/reply.ts';
import type { Ask } from './ask.ts';

/** Nobody has it yet, so people are still being called: stopping that wants a plain yes. */
export async function askStandDown(
  trip: Trip,
  { turn, customer, text }: Ask,
  pageId: string,
): Promise<Reply> {
  const options = [
    { label: 'Yes, it is over', says: text, intent: 'resolved', about: pageId },
    { label: 'No, keep calling', says: 'page' },
  ];
  const question = shared`Good. I'm still calling people for you. Shall I stop, because it is over?`;
  return askChoice(trip, turn, {
    audience: 'shared',
    customerId: customer.id,
    question,
    options,
  });
}
