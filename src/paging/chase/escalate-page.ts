import { getCustomer } from '../../customers/find-customer.ts';
import type { Trip } from '../../shared/database.ts';
import { stepFrom } from '../ladder/chase.ts';
import { loadRoster } from '../ladder/load-roster.ts';
import { type Position, positionAfter } from '../ladder/position.ts';
import type { Page } from '../page/page.ts';
import { callFrom } from '../show/page-view.ts';
import { takeStep } from './take-step.ts';

/** Takes the chase of a locked page one step further: from the next position, or from `at` in a chase that begins anew. */
export async function escalatePage(
  trip: Trip,
  page: Page,
  at: Position = positionAfter(page, page.policy),
): Promise<void> {
  const { tx, now } = trip;
  const customer = await getCustomer(tx, page.customerId);
  const roster = await loadRoster(tx, customer, { escalation: page.policy });
  const rows = await tx.pageCall.findMany({ where: { pageId: page.id }, orderBy: { id: 'asc' } });
  // Who was only tried while nothing arrived has heard nothing, and is called when it is their turn.
  const called = rows.map(callFrom).filter(({ state }) => state !== 'unheard');
  const chase = { escalation: page.policy, roster, called };
  await takeStep(trip, { page, roster, step: stepFrom(chase, at, now), policy: page.policy });
}
