import { findPerson } from '../../customers/find-person.ts';
import type { Trip } from '../../shared/database.ts';
import { openTask } from '../../tasks/open-task.ts';
import { type Saying, sayingText, urgencies } from './saying.ts';

/** Gives the advocate a customer's trouble as a task, in the customer's words. The same key does it once. */
export async function giveToAdvocate(trip: Trip, key: string, saying: Saying): Promise<void> {
  const person = await findPerson(trip.tx, saying.personId);
  await openTask(trip, {
    key,
    customerId: saying.customer.id,
    kind: 'worried',
    text: sayingText(saying, person?.name ?? null),
    assigneeId: saying.customer.advocateId,
    urgency: urgencies[saying.tone],
  });
}
