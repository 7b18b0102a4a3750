import type { Trip } from '../../../shared/database.ts';
import { briefCustomer } from '../../../situation/brief-customer.ts';
import type { Reply } from '../../replies/reply.ts';
import type { Command } from './command.ts';
import { forCustomer } from './for-customer.ts';

/** `brief northwind`: all a colleague needs to help when the advocate is away. */
export async function brief(trip: Trip, command: Command): Promise<Reply[]> {
  return forCustomer(trip, command, async ({ customer }) => [
    { card: await briefCustomer(trip, customer.id) },
  ]);
}
