import type { Trip } from '../../../shared/database.ts';
import { readBrief } from '../../../situation/read-brief.ts';
import type { Reply } from '../../replies/reply.ts';
import type { Command } from './command.ts';
import { forCustomer } from './for-customer.ts';

/** `brief northwind`: all a colleague needs to help when the advocate is away, and what changed since they read it last. */
export async function brief(trip: Trip, command: Command): Promise<Reply[]> {
  return forCustomer(trip, command, async ({ customer }) => [
    { card: await readBrief(trip, { customerId: customer.id, readerId: command.actor.id }) },
  ]);
}
