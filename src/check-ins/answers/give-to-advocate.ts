import { findPerson } from '../../customers/find-person.ts';
import { internal } from '../../delivery/audience.ts';
import type { Trip } from '../../shared/database.ts';
import { openTask } from '../../tasks/open-task.ts';
import { tellTeam } from '../../tasks/tell-team.ts';
import { type Saying, sayingText, urgencies } from './saying.ts';

/** Gives the advocate a customer's trouble as a task, in the customer's words. The same key does it once. */
export async function giveToAdvocate(trip: Trip, key: string, saying: Saying): Promise<void> {
  const person = await findPerson(trip.tx, saying.personId);
  const customerId = saying.customer.id;
  const text = sayingText(saying, person?.name ?? null);
  await tellTeam(trip, { key, customerId, text: internal`⚠️ ${text}` });
  await openTask(trip, {
    key,
    customerId,
    kind: 'worried',
    text,
    assigneeId: saying.customer.advocateId,
    urgency: urgencies[saying.tone],
  });
}
