import { shared } from '../../../delivery/audience.ts';
import type { Trip } from '../../../shared/database.ts';
import { askChoice } from '../../choices/ask-choice.ts';
import type { Reply } from '../../replies/reply.ts';
import type { Ask } from './ask.ts';

const options = [
  { label: 'Less often', says: 'ask me less often', intent: 'stop' },
  { label: 'More often', says: 'ask me more often', intent: 'more' },
  { label: 'As now', says: 'keep it as it is', intent: 'more' },
  { label: 'Get a person', says: 'page' },
] as const;

/** It seemed to be about how often we write, and not surely enough to change that. */
export async function askRhythm(trip: Trip, { turn, customer }: Ask): Promise<Reply[]> {
  const question = shared`I'm not sure what I should change, and I'd rather ask than guess. Shall I write less often, more often, or as now?`;
  const choice = { audience: 'shared', customerId: customer.id, question, options } as const;
  return [await askChoice(trip, turn, choice)];
}
