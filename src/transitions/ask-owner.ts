import { findPerson } from '../customers/find-person.ts';
import { findToldPlace } from '../customers/find-told-place.ts';
import { sendMessage } from '../delivery/send-message.ts';
import type { Trip } from '../shared/database.ts';
import type { Milestone } from './milestone.ts';
import { askStepCard, stepKey } from './step-card.ts';

/** Asks whoever has a step on the customer's side for it, once, in the customer's own place. */
export async function askOwner(trip: Trip, milestone: Milestone): Promise<void> {
  const { tx } = trip;
  const owner = await findPerson(tx, milestone.owner?.personId);
  const place = await findToldPlace(tx, milestone.customerId);
  if (!owner?.active || !place) return;
  await sendMessage(trip, {
    key: stepKey(milestone),
    lane: 'replies',
    to: { placeId: place.id },
    card: askStepCard(milestone, owner),
  });
}
