import type { Trip } from '../shared/database.ts';
import { plus, week } from '../shared/time.ts';
import { milestoneFrom } from '../transitions/milestone.ts';
import { transitionFrom } from '../transitions/transition.ts';
import type { CalendarEntry } from './calendar.ts';
import { stepEntry, windowEntry } from './plan-entry.ts';

/** Windows that are over for longer are not shown. */
const shownMilliseconds = 26 * week;

/** A customer's windows and steps as they stand in a calendar: the plan the customer knows, and nothing else. */
export async function loadPlan(
  { tx, now }: Pick<Trip, 'tx' | 'now'>,
  customerId: string,
): Promise<CalendarEntry[]> {
  const transitions = await tx.transition.findMany({
    where: { customerId, windowUntil: { gte: plus(now, -shownMilliseconds) } },
    include: { milestones: { orderBy: { position: 'asc' } } },
    orderBy: { windowFrom: 'asc' },
  });
  return transitions.flatMap(({ milestones, ...row }) => [
    windowEntry(transitionFrom(row)),
    ...milestones.map(step => stepEntry(milestoneFrom(step))),
  ]);
}
