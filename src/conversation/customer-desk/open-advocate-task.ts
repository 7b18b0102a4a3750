import { findAdvocate } from '../../customers/find-advocate.ts';
import { findPerson } from '../../customers/find-person.ts';
import { shared, type Text } from '../../delivery/audience.ts';
import type { Trip } from '../../shared/database.ts';
import { whenBack } from '../../situation/when-back.ts';
import { openTask } from '../../tasks/open-task.ts';
import type { Urgency } from '../../tasks/waiting.ts';
import type { Ask } from './answers/ask.ts';

export interface AdvocateTask {
  /** Who should have it; the advocate when left out or away. */
  readonly toId?: string | null;
  readonly kind: string;
  /** "asks about an invoice": what follows the customer's name. */
  readonly what: string;
  readonly urgency?: Urgency;
}

/** Who has the words now. */
export interface Taker {
  readonly id: string;
  readonly taskId: string;
  readonly name: string;
  /** " Nora is back Mon 09:00; Idris is on call." where they are not at work and did not hear of it at once, else nothing. */
  readonly back: Text<'shared'>;
}

/** Puts the customer's own words in front of the right person as a task; returns who has them and when they are there, null when nobody is. */
export async function openAdvocateTask(
  trip: Trip,
  ask: Ask,
  { toId, kind, what, urgency }: AdvocateTask,
): Promise<Taker | null> {
  const chosen = await findPerson(trip.tx, toId);
  const assignee = chosen?.active ? chosen : await findAdvocate(trip, ask.customer);
  if (!assignee) return null;
  const who = ask.person?.name ?? 'Somebody in the channel';
  const taskId = await openTask(trip, {
    key: `task:${ask.turn.inboxId}`,
    customerId: ask.customer.id,
    kind,
    text: `${who} ${what}: "${ask.text}"`,
    assigneeId: assignee.id,
    ...(urgency ? { urgency } : {}),
  });
  const back = urgency === 'now' ? null : await whenBack(trip, ask.customer, assignee);
  return { id: assignee.id, taskId, name: assignee.name, back: back ? shared` ${back}` : shared`` };
}
