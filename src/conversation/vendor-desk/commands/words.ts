import { internal, time } from '../../../delivery/audience.ts';
import type { Trip } from '../../../shared/database.ts';
import { privateNote, type Reply } from '../../replies/reply.ts';
import { findAngryWords } from '../find-angry-words.ts';
import type { Command } from './command.ts';
import { forCustomer } from './for-customer.ts';

/** `words northwind`: what was written in anger, for whoever asked alone. */
export async function words(trip: Trip, command: Command): Promise<Reply[]> {
  return forCustomer(trip, command, async ({ customer }) => {
    const found = await findAngryWords(trip.tx, { customerId: customer.id });
    if (found.length === 0)
      return [privateNote(internal`Nobody at ${customer.name} has written in anger.`)];
    return [privateNote(...found.map(({ at, said }) => internal`${time(at)} “${said}”`))];
  });
}
