import { getCustomer } from '../customers/find-customer.ts';
import type { Picture } from '../delivery/picture.ts';
import type { Trip } from '../shared/database.ts';
import { findCurrentTransition } from '../transitions/find-transition.ts';
import { listMilestones } from '../transitions/list-milestones.ts';
import { drawnWindow, windowText } from './picture.ts';

/** The plan of what a customer is going through, as it may see it; null where there are no steps to draw. */
export async function findPlanPicture(
  { tx, now }: Trip,
  customerId: string,
): Promise<Picture<'shared'> | null> {
  const transition = await findCurrentTransition(tx, customerId, now);
  const steps = transition ? await listMilestones(tx, [transition.id]) : [];
  if (!transition || steps.length === 0) return null;
  const { timeZone } = await getCustomer(tx, customerId);
  return {
    title: transition.name,
    alt: windowText(transition, steps),
    timeZone,
    at: now.toISOString(),
    window: drawnWindow(transition, steps, now),
    course: null,
  };
}
