import type { Trip } from '../../../shared/database.ts';
import { briefCustomer } from '../../../situation/brief-customer.ts';
import type { Reply } from '../../replies/reply.ts';
import type { Order } from './command.ts';
import { forCustomer } from './for-customer.ts';

/** `brief northwind`: all a colleague needs to help when the advocate is away. */
export async function showBrief(trip: Trip, order: Order): Promise<Reply[]> {
  return forCustomer(trip, order, async ({ customer }) => [
    { card: await briefCustomer(trip, customer.id) },
  ]);
}
