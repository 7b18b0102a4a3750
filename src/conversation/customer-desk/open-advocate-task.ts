import { findAdvocate } from '../../customers/find-advocate.ts';
import { findPerson } from '../../customers/find-person.ts';
import type { Person } from '../../customers/person.ts';
import type { Trip } from '../../shared/database.ts';
import { openTask } from '../../tasks/open-task.ts';
import type { Ask } from './answers/ask.ts';

export interface AdvocateTask {
  /** Who should have it; the advocate when left out or away. */
  readonly toId?: string | null;
  readonly kind: string;
  /** "asks about an invoice": what follows the customer's name. */
  readonly what: string;
}

/** Puts the customer's own words in front of the right person as a task; returns who has them, null when nobody is there. */
export async function openAdvocateTask(
  trip: Trip,
  ask: Ask,
  { toId, kind, what }: AdvocateTask,
): Promise<Person | null> {
  const chosen = await findPerson(trip.tx, toId);
  const assignee = chosen?.active ? chosen : await findAdvocate(trip, ask.customer);
  if (!assignee) return null;
  const who = ask.person?.name ?? 'Somebody in the channel';
  await openTask(trip, {
    key: `task:${ask.turn.inboxId}`,
    customerId: ask.customer.id,
    kind,
    text: `${who} ${what}: "${ask.text}"`,
    assigneeId: assignee.id,
  });
  return assignee;
}
