import { getCustomer } from '../customers/find-customer.ts';
import { findPerson } from '../customers/find-person.ts';
import { findSharedPlace } from '../customers/find-places.ts';
import { sendMessage } from '../delivery/send-message.ts';
import type { Trip } from '../shared/database.ts';
import { findTransition } from './find-transition.ts';
import { listMilestones } from './list-milestones.ts';
import { rhythmText, welcomeCard } from './welcome.ts';

/** Introduces Handrail in the customer's place, once for each transition; waits for a place while there is none. */
export async function welcomeCustomer(trip: Trip, transitionId: string): Promise<void> {
  const { tx, now } = trip;
  const transition = await findTransition(tx, transitionId);
  if (!transition) return;
  const place = await findSharedPlace(tx, transition.customerId);
  if (!place) return;
  const customer = await getCustomer(tx, transition.customerId);
  const organisation = await tx.organisation.findFirst();
  const advocate = await findPerson(tx, customer.advocateId);
  const cadence = await tx.cadence.findUnique({ where: { transitionId } });
  const card = welcomeCard(
    {
      transition,
      milestones: await listMilestones(tx, [transitionId]),
      vendorName: organisation?.name ?? 'your vendor',
      customerName: customer.name,
      customerZone: customer.timeZone,
      advocateName: advocate?.name ?? 'Your advocate',
      rhythm: rhythmText(
        transition,
        { min: cadence?.boundMin ?? null, max: cadence?.boundMax ?? null },
        now,
      ),
    },
    now,
  );
  await sendMessage(trip, {
    key: welcomeKey(transitionId),
    lane: 'replies',
    to: { placeId: place.id },
    card,
  });
}

/** The key of the welcome message of a transition. */
export function welcomeKey(transitionId: string): string {
  return `welcome:${transitionId}`;
}
