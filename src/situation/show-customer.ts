import { courseOf } from '../confidence/course.ts';
import { findKnown } from '../confidence/get-known.ts';
import type { Customer } from '../customers/customer.ts';
import { internal } from '../delivery/audience.ts';
import { type Card, internalCard } from '../delivery/card.ts';
import type { Trip } from '../shared/database.ts';
import { findCurrentTransition } from '../transitions/find-transition.ts';
import { listMilestones } from '../transitions/list-milestones.ts';
import { courseText, drawnCourse, drawnWindow, windowText } from './picture.ts';

/** How a customer stands, as a picture with the same in words: its plan, and how confidence went. For vendor eyes only. */
export async function showCustomer(trip: Trip, customer: Customer): Promise<Card<'internal'>> {
  const { tx, now } = trip;
  const { id, name, timeZone } = customer;
  const transition = await findCurrentTransition(tx, id, now);
  if (!transition)
    return internalCard('answer', id, {
      heading: internal`${name}`,
      body: [internal`Nothing is planned or underway, so there is nothing to draw.`],
    });
  const steps = await listMilestones(tx, [transition.id]);
  const course = courseOf(await findKnown(trip, { transition, customer }), now);
  const plan = windowText(transition, steps);
  const went = courseText(course);
  return internalCard('answer', id, {
    heading: internal`${name}`,
    body: [plan, went],
    picture: {
      title: `${name}: ${transition.name}`,
      alt: internal`${plan} ${went}`,
      timeZone,
      at: now.toISOString(),
      window: drawnWindow(transition, steps, now),
      course: drawnCourse(course),
    },
  });
}
