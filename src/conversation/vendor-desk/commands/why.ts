import { explainCadence } from '../../../check-ins/changes/explain-cadence.ts';
import { internal } from '../../../delivery/audience.ts';
import type { Trip } from '../../../shared/database.ts';
import { findCurrentTransitions } from '../../../transitions/find-transition.ts';
import { note, type Reply } from '../../replies/reply.ts';
import type { Command } from './command.ts';
import { forCustomer } from './for-customer.ts';

/** `why northwind`: why the check-ins come as they come. */
export async function why(trip: Trip, command: Command): Promise<Reply[]> {
  return forCustomer(trip, command, async ({ customer }) => {
    const transitions = await findCurrentTransitions(trip.tx, customer.id, trip.now);
    if (transitions.length === 0) {
      return [
        note(customer.id, internal`${customer.name} has nothing underway, so I ask nothing.`),
      ];
    }
    const replies: Reply[] = [];
    for (const transition of transitions) {
      const { paragraphs } = await explainCadence(trip.tx, trip.now, transition.id);
      replies.push(
        note(customer.id, internal`${customer.name}, ${transition.name}`, ...paragraphs),
      );
    }
    return replies;
  });
}
