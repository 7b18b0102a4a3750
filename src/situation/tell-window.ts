import { getCustomer } from '../customers/find-customer.ts';
import { findToldPlace } from '../customers/find-told-place.ts';
import { sendMessage } from '../delivery/send-message.ts';
import type { Trip } from '../shared/database.ts';
import { hour, plus } from '../shared/time.ts';
import { findTransition } from '../transitions/find-transition.ts';
import { listMilestones } from '../transitions/list-milestones.ts';
import type { Transition } from '../transitions/transition.ts';
import { findDuty } from './find-duty.ts';
import { closingCard, openingCard } from './window-card.ts';

/** What is told later than this, as after a day without Handrail, is no news any more. */
const latest = 2 * hour;

/** Tells the customer, in its own place, that the window has opened, or what came of it now that it is over; each once. */
export async function tellWindow(trip: Trip, transitionId: string): Promise<void> {
  const { tx, now } = trip;
  await tx.transition.update({ where: { id: transitionId }, data: { tellDueAt: null } });
  const transition = await findTransition(tx, transitionId);
  if (!transition || !isNews(transition, now)) return;
  const place = await findToldPlace(tx, transition.customerId);
  if (!place) return;
  const customer = await getCustomer(tx, transition.customerId);
  const window = {
    transition,
    milestones: await listMilestones(tx, [transitionId]),
    duty: await findDuty(trip, customer),
    now,
  };
  const isOpening = transition.phase === 'live';
  await sendMessage(trip, {
    key: `${isOpening ? 'opening' : 'closing'}:${transitionId}:${transition.phaseSince.getTime()}`,
    lane: 'replies',
    to: { placeId: place.id },
    card: isOpening ? openingCard(window) : closingCard(window),
    notAfter: plus(now, latest),
  });
}

function isNews({ phase, phaseSince }: Transition, now: Date): boolean {
  return (phase === 'live' || phase === 'settling') && now < plus(phaseSince, latest);
}
