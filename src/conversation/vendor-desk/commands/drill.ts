import { internal, time } from '../../../delivery/audience.ts';
import { startDrill } from '../../../drills/start-drill.ts';
import type { Trip } from '../../../shared/database.ts';
import { note, type Reply } from '../../replies/reply.ts';
import type { Command } from './command.ts';
import { forCustomer } from './for-customer.ts';

/** `drill northwind`: everybody on the ladder of the next window is called, marked as a drill; the manager signs what it shows. */
export async function drill(trip: Trip, command: Command): Promise<Reply[]> {
  return forCustomer(trip, command, async ({ customer }) => {
    const started = await startDrill(trip, { customer, byId: command.actor.id });
    switch (started.kind) {
      case 'no-window':
        return [
          note(
            customer.id,
            internal`${customer.name} has no window ahead, so there is nothing to drill for.`,
          ),
        ];
      case 'running':
        return [
          note(
            customer.id,
            internal`A drill for ${started.transition.name} is running already. What it shows comes to you and the manager.`,
          ),
        ];
      case 'started':
        return [
          note(
            customer.id,
            internal`The drill for ${customer.name}, ${started.transition.name} (from ${time(started.transition.windowFrom)}), has begun: level by level, everybody who serves in its window is called. ${customer.name} is not told. What it shows comes to you and the manager.`,
          ),
        ];
    }
  });
}
