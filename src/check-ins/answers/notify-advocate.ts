import { findPerson } from '../../customers/find-person.ts';
import { internal } from '../../delivery/audience.ts';
import { internalCard } from '../../delivery/card.ts';
import { sendMessage } from '../../delivery/send-message.ts';
import type { Trip } from '../../shared/database.ts';
import { type Saying, sayingText } from './saying.ts';

/** Passes a customer's words on to the advocate, with nothing to close. The same key does it once. */
export async function notifyAdvocate(trip: Trip, key: string, saying: Saying): Promise<void> {
  const { customer, personId } = saying;
  const person = await findPerson(trip.tx, personId);
  await sendMessage(trip, {
    key,
    lane: 'replies',
    to: { personId: customer.advocateId },
    card: internalCard('task', customer.id, {
      body: [internal`${sayingText(saying, person?.name ?? null)}`],
    }),
  });
}
