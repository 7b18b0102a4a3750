import { getCustomer } from '../customers/find-customer.ts';
import { isBusinessTime } from '../shared/business-hours.ts';
import type { Trip } from '../shared/database.ts';
import { tellColleague } from '../tasks/tell-colleague.ts';
import type { Transition } from './transition.ts';

/**
 * Tells the manager, once for each stay in a phase, why a step back that is due waits. Not outside business
 * hours: a settling time may end at midnight on a Sunday, and the next look is on a working morning. It waits for the
 * manager's own hours, too.
 */
export async function notifyHeld(
  trip: Trip,
  transition: Transition,
  reason: string,
): Promise<void> {
  const customer = await getCustomer(trip.tx, transition.customerId);
  if (!isBusinessTime(trip.now, customer)) return;
  const since = transition.phaseSince.toISOString();
  await tellColleague(trip, {
    key: `held:${transition.id}:${since}`,
    personId: customer.managerId ?? customer.advocateId,
    customerId: customer.id,
    kind: 'notice',
    text: `${customer.name}, ${transition.name}: the time of settling in is over, but I don't call it steady yet. ${reason} I look again each working morning and keep checking in as now. Nothing for you to do unless you see it differently: "why ${customer.id}" shows the evidence.`,
    urgency: 'in-hours',
  });
}
