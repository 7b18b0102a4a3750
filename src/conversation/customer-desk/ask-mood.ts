import type { Customer } from '../../customers/customer.ts';
import { shared } from '../../delivery/audience.ts';
import type { Trip } from '../../shared/database.ts';
import type { Turn } from '../arrival/turn.ts';
import { askChoice } from '../choices/ask-choice.ts';
import type { Reply } from '../replies/reply.ts';

/** "Yes" or "no" to "anything rough?" can mean either: asks which, instead of guessing how somebody feels. */
export async function askMood(trip: Trip, turn: Turn, customer: Customer): Promise<Reply> {
  const options = [
    { label: 'All good', says: 'all good' },
    { label: 'Fine, one thing', says: 'fine' },
    { label: 'Worried', says: 'worried' },
  ];
  const question = shared`So that I get it right: which is it?`;
  return askChoice(trip, turn, {
    audience: 'shared',
    customerId: customer.id,
    question,
    options,
  });
}
