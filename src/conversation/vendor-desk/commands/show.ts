import type { Trip } from '../../../shared/database.ts';
import { showCustomer } from '../../../situation/show-customer.ts';
import type { Reply } from '../../replies/reply.ts';
import type { Command } from './command.ts';
import { forCustomer } from './for-customer.ts';

/** `show northwind`: the plan and how confidence went, as a picture. */
export async function show(trip: Trip, command: Command): Promise<Reply[]> {
  return forCustomer(trip, command, async ({ customer }) => [
    { card: await showCustomer(trip, customer) },
  ]);
}
