import { internal, time } from '../../../delivery/audience.ts';
import type { Trip } from '../../../shared/database.ts';
import { note, type Reply } from '../../replies/reply.ts';
import type { Command } from './command.ts';
import { forCustomer } from './for-customer.ts';
import { listDoings } from './list-doings.ts';

/** What is older than so many lines is found by its words. */
const most = 12;

/** `audit northwind`: who did what about this customer, when and why, the newest first; `audit northwind backup` finds words in it. */
export async function audit(trip: Trip, command: Command): Promise<Reply[]> {
  return forCustomer(trip, command, async ({ customer, rest }) => {
    const words = rest.trim();
    const doings = await listDoings(trip, { customerId: customer.id, words });
    if (doings.length === 0) {
      const nothing = words
        ? internal`Nobody did anything for ${customer.name} that has "${words}" in it.`
        : internal`Nobody has changed anything for ${customer.name}.`;
      return [note(customer.id, nothing)];
    }
    const head = words
      ? internal`What people did for ${customer.name}, with "${words}":`
      : internal`What people did for ${customer.name}:`;
    const lines = doings.slice(0, most).map(({ at, text }) => internal`${time(at)} ${text}`);
    const more = doings.length - lines.length;
    const rests =
      more > 0
        ? [internal`… and ${more} more before that. "audit ${customer.id} WORD" finds them.`]
        : [];
    return [note(customer.id, head, ...lines, ...rests)];
  });
}
