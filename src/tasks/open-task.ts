import { findAdvocate } from '../customers/find-advocate.ts';
import { findCustomer } from '../customers/find-customer.ts';
import { findPerson } from '../customers/find-person.ts';
import { sendMessage } from '../delivery/send-message.ts';
import type { Trip } from '../shared/database.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { taskCard, taskKey } from './task.ts';

export interface NewTask {
  /** The same key opens one task, however often it is asked for. */
  readonly key: string;
  readonly customerId: string;
  readonly kind: string;
  /** What to do and why, for the vendor's eyes. */
  readonly text: string;
  readonly assigneeId: string;
}

/**
 * Gives a vendor person something to do, tells them, and returns the task's id. Instead of somebody who has left, whoever
 * looks after the customer now has it.
 */
export async function openTask(trip: Trip, task: NewTask): Promise<string> {
  const { tx, now, random } = trip;
  const { key, customerId, kind, text } = task;
  const assigneeId = await findAssignee(trip, task);
  const id = random.id();
  const row = { id, key, customerId, kind, text, assigneeId, state: 'open', createdAt: now };
  const { count } = await tx.task.createMany({ data: [row], skipDuplicates: true });
  if (count === 0) return (await tx.task.findUniqueOrThrow({ where: { key } })).id;
  const customer = await tx.customer.findUnique({ where: { id: customerId } });
  await sendMessage(trip, {
    key: taskKey(id),
    lane: 'replies',
    to: { personId: assigneeId },
    card: taskCard({ id, customerId, customerName: customer?.name ?? customerId, text }),
  });
  await recordEvent(trip, { customerId, kind: 'task.opened', visibility: 'internal', text });
  return id;
}

async function findAssignee(trip: Trip, { assigneeId, customerId }: NewTask): Promise<string> {
  const assignee = await findPerson(trip.tx, assigneeId);
  if (assignee?.active) return assigneeId;
  const customer = await findCustomer(trip.tx, customerId);
  const advocate = customer && (await findAdvocate(trip, customer));
  return advocate?.id ?? assigneeId;
}
