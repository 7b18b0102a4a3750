import { findAdvocate } from '../customers/find-advocate.ts';
import { findCustomer } from '../customers/find-customer.ts';
import { findPerson } from '../customers/find-person.ts';
import type { Trip } from '../shared/database.ts';
import { hour, plus } from '../shared/time.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { managementKind, taskKey } from './task.ts';
import { tellTask } from './tell-task.ts';
import type { Urgency } from './waiting.ts';

/** So long the same words to the same person are the same thing to do: somebody who waits says them again. */
const sameTaskFor = hour;

export interface NewTask {
  /** The same key opens one task, however often it is asked for. */
  readonly key: string;
  readonly customerId: string;
  readonly kind: string;
  /** What to do and why, for the vendor's eyes. */
  readonly text: string;
  readonly assigneeId: string;
  /** When they may hear of it; at work or while a window of the customer's is open, when left out. */
  readonly urgency?: Urgency;
}

/**
 * Gives a vendor person something to do and returns the task's id. They are told now if it may be now, and each working
 * morning that it stays open. Instead of somebody who has left, whoever looks after the customer now has it.
 */
export async function openTask(trip: Trip, task: NewTask): Promise<string> {
  const { tx, now, random } = trip;
  const { key, customerId, kind, text } = task;
  const assigneeId = await findAssignee(trip, task);
  const same = await findSame(trip, { ...task, assigneeId });
  if (same) return same.id;
  const id = random.id();
  const row = { id, key, customerId, kind, text, assigneeId, state: 'open', createdAt: now };
  const { count } = await tx.task.createMany({ data: [row], skipDuplicates: true });
  if (count === 0) return (await tx.task.findUniqueOrThrow({ where: { key } })).id;
  await tellTask(trip, { key: taskKey(id), task: { ...row, urgency: task.urgency } });
  await recordEvent(trip, { customerId, kind: 'task.opened', visibility: 'internal', text });
  return id;
}

/** The task in the same words that is still fresh. What reached a manager is of one page alone, whatever its words. */
async function findSame({ tx, now }: Trip, { customerId, kind, text, assigneeId }: NewTask) {
  if (kind === managementKind) return null;
  const createdAt = { gt: plus(now, -sameTaskFor) };
  return tx.task.findFirst({
    where: { customerId, kind, text, assigneeId, state: 'open', createdAt },
  });
}

async function findAssignee(trip: Trip, { assigneeId, customerId }: NewTask): Promise<string> {
  const assignee = await findPerson(trip.tx, assigneeId);
  if (assignee?.active) return assigneeId;
  const customer = await findCustomer(trip.tx, customerId);
  const advocate = customer && (await findAdvocate(trip, customer));
  return advocate?.id ?? assigneeId;
}
