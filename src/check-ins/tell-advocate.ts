import type { Customer } from '../customers/customer.ts';
import { findPerson } from '../customers/find-person.ts';
import { internal } from '../delivery/audience.ts';
import { internalCard } from '../delivery/card.ts';
import { sendMessage } from '../delivery/send-message.ts';
import type { Trip } from '../shared/database.ts';
import { openTask } from '../tasks/open-task.ts';

/** Something a customer said, for the advocate's eyes. */
export interface Saying {
  readonly customer: Customer;
  readonly personId: string | null;
  /** "is worried", "complains", "says thank you". */
  readonly doing: string;
  readonly words: string | null;
}

/** Gives the advocate a customer's trouble as a task, in the customer's words. The same key does it once. */
export async function giveToAdvocate(trip: Trip, key: string, saying: Saying): Promise<void> {
  await openTask(trip, {
    key,
    customerId: saying.customer.id,
    kind: 'worried',
    text: await textOf(trip, saying),
    assigneeId: saying.customer.advocateId,
  });
}

/** Passes words on to the advocate, with nothing to close. */
export async function passOn(trip: Trip, key: string, saying: Saying): Promise<void> {
  const { customer } = saying;
  await sendMessage(trip, {
    key,
    lane: 'replies',
    to: { personId: customer.advocateId },
    card: internalCard('task', customer.id, { body: [internal`${await textOf(trip, saying)}`] }),
  });
}

async function textOf({ tx }: Trip, { customer, personId, doing, words }: Saying): Promise<string> {
  const person = await findPerson(tx, personId);
  const who = person ? `${person.name} (${customer.name})` : `Somebody at ${customer.name}`;
  return words ? `${who} ${doing}: "${words}"` : `${who} ${doing}, and has not said more yet.`;
}
