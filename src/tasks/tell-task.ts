import { sendMessage } from '../delivery/send-message.ts';
import type { Trip } from '../shared/database.ts';
import { expectMorning } from './expect-morning.ts';
import { mayTellNow } from './may-tell-now.ts';
import { taskCard } from './task.ts';
import type { Urgency } from './waiting.ts';

interface OpenTask {
  readonly id: string;
  readonly customerId: string;
  readonly assigneeId: string;
  readonly text: string;
  readonly kind?: string;
  readonly urgency?: Urgency | undefined;
}

/** Tells whoever has an open task of it, if it may be now. Their mornings tell of it in any case, as long as it is open. */
export async function tellTask(
  trip: Trip,
  { key, task }: { readonly key: string; readonly task: OpenTask },
): Promise<void> {
  const { customerId, assigneeId: personId, urgency = 'in-window' } = task;
  await expectMorning(trip, personId);
  if (!(await mayTellNow(trip, { personId, customerId, urgency }))) return;
  const customer = await trip.tx.customer.findUnique({ where: { id: customerId } });
  await sendMessage(trip, {
    key,
    lane: 'replies',
    to: { personId },
    card: taskCard({ ...task, customerName: customer?.name ?? customerId }),
  });
}
