import { findAdvocate } from '../customers/find-advocate.ts';
import { findCustomer } from '../customers/find-customer.ts';
import type { Person } from '../customers/person.ts';
import type { Trip } from '../shared/database.ts';
import { openTask } from '../tasks/open-task.ts';

/** Somebody of a customer has left: the advocate is told, and asked for a new leader where they were it. Whoever leads is asked again. */
export async function handOverSeat(trip: Trip, person: Person): Promise<void> {
  const { tx, now } = trip;
  const customer = await findCustomer(tx, person.customerId);
  const advocate = customer && (await findAdvocate(trip, customer));
  if (!customer || !advocate) return;
  const isLeader = customer.leaderId === person.id;
  const isAsked = customer.askedId === person.id;
  const remedy = isLeader
    ? 'I asked them first. Ask the customer who is in their place, and name that person as leader in the setup.'
    : `${isAsked ? 'My check-ins were for them; now they are for whoever leads. ' : ''}Ask the customer who is in their place.`;
  await openTask(trip, {
    key: `left:${person.id}:${now.getTime()}`,
    customerId: customer.id,
    kind: 'left',
    text: `${person.name} is no longer with ${customer.name}. ${remedy}`,
    assigneeId: advocate.id,
  });
}
