import { internal } from '../../../delivery/audience.ts';
import type { Trip } from '../../../shared/database.ts';
import { findCurrentTransition } from '../../../transitions/find-transition.ts';
import { proposeGraduation } from '../../../transitions/propose-graduation.ts';
import { note, type Reply } from '../../replies/reply.ts';
import type { Command } from './command.ts';
import { forCustomer } from './for-customer.ts';

/** `graduate northwind [because …]`: asks the customer whether we may step back. */
export async function graduate(trip: Trip, command: Command): Promise<Reply[]> {
  return forCustomer(trip, command, async ({ customer, rest }) => {
    const transition = await findCurrentTransition(trip.tx, customer.id, trip.now);
    if (!transition)
      return [
        note(customer.id, internal`${customer.name} has nothing underway to step back from.`),
      ];
    if (transition.phase === 'preparing' || transition.phase === 'live') {
      return [
        note(
          customer.id,
          internal`${transition.name} is ${transition.phase}. Step back once it has settled; "cadence ${customer.id} weekly" asks less often.`,
        ),
      ];
    }
    const why = rest.replace(/^because\s+/i, '').trim();
    await proposeGraduation(
      trip,
      transition.id,
      why === '' ? `Asked for by ${command.actor.name}.` : why,
    );
    return [
      note(customer.id, internal`I'm asking ${customer.name} now whether the check-ins may end.`),
    ];
  });
}
