import { getCustomer } from '../customers/find-customer.ts';
import { findPerson } from '../customers/find-person.ts';
import type { Trip } from '../shared/database.ts';
import { openTask } from '../tasks/open-task.ts';
import type { Milestone } from './milestone.ts';
import { stepKey } from './step-card.ts';

/** A step of the customer's own is past its time without a word: no lateness and no second message to them, the advocate calls. */
export async function noteUnconfirmed(trip: Trip, milestone: Milestone): Promise<void> {
  const { customerId, key, name } = milestone;
  const customer = await getCustomer(trip.tx, customerId);
  const owner = await findPerson(trip.tx, milestone.owner?.personId);
  await openTask(trip, {
    key: `unconfirmed:${stepKey(milestone)}`,
    customerId,
    kind: 'unconfirmed',
    text: `${name} is ${owner?.name ?? 'the customer'}'s by the plan, and nobody at ${customer.name} has said that it is done. I asked once and don't ask again; they read nothing of lateness. If they told you: "milestone ${key} done".`,
    assigneeId: customer.advocateId,
    urgency: 'in-window',
  });
}
