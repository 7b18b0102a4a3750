import { internal } from '../../delivery/audience.ts';
import { acknowledgePage } from '../../paging/acknowledge-page.ts';
import type { Trip } from '../../shared/database.ts';
import { note, type Reply } from '../reply.ts';
import type { Order } from './command.ts';
import { forPage } from './for-page.ts';

/** `ack`: this person has it; the calling stops. */
export async function takePage(trip: Trip, order: Order): Promise<Reply[]> {
  return forPage(trip, order, async ({ pageId, customerId, customerName }) => {
    const outcome = await acknowledgePage(trip, { pageId, personId: order.actor.id });
    return [acknowledgedNote({ customerId, customerName, outcome })];
  });
}

/** What to say to whoever pressed or typed that they have it. */
export function acknowledgedNote(taken: {
  customerId: string;
  customerName: string;
  outcome: 'acknowledged' | 'already' | 'yours' | 'resolved';
}): Reply {
  const { customerId, customerName, outcome } = taken;
  switch (outcome) {
    case 'acknowledged':
      return note(
        customerId,
        internal`It's yours: ${customerName}. Nobody else is called. Say how it goes with "update …", and "resolve …" when it is over.`,
      );
    case 'yours':
      return note(customerId, internal`You have it already. Say how it goes with "update …".`);
    case 'already':
      return note(customerId, internal`A colleague has it already. Type "pages" to see who.`);
    case 'resolved':
      return note(customerId, internal`That page is resolved already.`);
  }
}
