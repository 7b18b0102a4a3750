import { getCustomer } from '../customers/find-customer.ts';
import { findPerson } from '../customers/find-person.ts';
import { findSharedPlace } from '../customers/find-places.ts';
import { sendMessage } from '../delivery/send-message.ts';
import type { Trip } from '../shared/database.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { countProposals } from './count-proposals.ts';
import { countToldTasks } from './count-told-tasks.ts';
import { findTransition } from './find-transition.ts';
import { getReadiness } from './get-readiness.ts';
import { proposalCard, proposalKey } from './graduation.ts';
import { listMilestones } from './list-milestones.ts';
import { isOver } from './milestone.ts';

/**
 * Asks the customer, in its place, whether we may step back. `why` is for the vendor's timeline.
 * Does nothing for a transition that is over or a customer without a place.
 */
export async function proposeGraduation(
  trip: Trip,
  transitionId: string,
  why: string,
): Promise<void> {
  const { tx, now } = trip;
  const transition = await findTransition(tx, transitionId);
  if (!transition || transition.phase === 'graduated') return;
  const place = await findSharedPlace(tx, transition.customerId);
  if (!place) return;
  const customer = await getCustomer(tx, transition.customerId);
  const advocate = await findPerson(tx, customer.advocateId);
  const milestones = await listMilestones(tx, [transitionId]);
  const readiness = await getReadiness(trip, transition, milestones);
  const count = await countProposals(trip, transition);
  if (transition.proposedAt?.getTime() === now.getTime()) return;
  await sendMessage(trip, {
    key: proposalKey(transitionId, count + 1),
    lane: 'check-ins',
    to: { placeId: place.id },
    card: proposalCard({
      transition,
      readiness,
      advocateName: advocate?.name ?? 'Your advocate',
      openTasks: await countToldTasks(tx, customer.id),
      isAllDone: milestones.every(isOver),
    }),
  });
  await tx.transition.update({ where: { id: transitionId }, data: { proposedAt: now } });
  await recordEvent(trip, {
    customerId: customer.id,
    transitionId,
    kind: 'graduation.proposed',
    visibility: 'internal',
    text: `${transition.name}: asked ${customer.name} whether the check-ins may end. ${why}`,
  });
}
