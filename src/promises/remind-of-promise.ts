import type { Customer } from '../customers/customer.ts';
import { getCustomer } from '../customers/find-customer.ts';
import { sendMessage } from '../delivery/send-message.ts';
import type { Trip } from '../shared/database.ts';
import { mayTellNow } from '../tasks/may-tell-now.ts';
import type { Promised } from './promise.ts';
import { dueCard } from './promise-card.ts';

/** Reminds whoever gave their word shortly before it is due, once for each time it was promised for; at home they had it in their morning. */
export async function remindOfPromise(trip: Trip, promise: Promised): Promise<void> {
  const { id, customerId, promisedFor } = promise;
  const customer = await getCustomer(trip.tx, customerId);
  const personId = await findReminded(trip, promise, customer);
  if (!(await mayTellNow(trip, { personId, customerId, urgency: 'in-window' }))) return;
  await sendMessage(trip, {
    key: `promise-due:${id}:${promisedFor.getTime()}`,
    lane: 'replies',
    to: { personId },
    card: dueCard(promise, customer.name),
    notAfter: promisedFor,
  });
}

/** Whoever gave their word; while they are away, whoever stands in for them at this customer. */
async function findReminded(
  { tx }: Trip,
  { byId, customerId }: Promised,
  customer: Customer,
): Promise<string> {
  const own = await tx.customer.findUnique({ where: { id: customerId } });
  return byId === null || byId === own?.advocateId ? customer.advocateId : byId;
}
