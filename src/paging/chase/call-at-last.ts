import { getCustomer } from '../../customers/find-customer.ts';
import type { Trip } from '../../shared/database.ts';
import { everybodyElse } from '../ladder/chase.ts';
import { loadRoster } from '../ladder/load-roster.ts';
import type { Page } from '../page/page.ts';
import { callFrom } from '../show/page-view.ts';
import { planCalls } from './plan-calls.ts';

/** Not even the fallback could be reached: everybody on any level who was not tried in this round is called now. */
export async function callAtLast(trip: Trip, page: Page): Promise<void> {
  const { tx, now } = trip;
  const customer = await getCustomer(tx, page.customerId);
  const roster = await loadRoster(tx, customer, { escalation: page.policy });
  const rows = await tx.pageCall.findMany({ where: { pageId: page.id }, orderBy: { id: 'asc' } });
  const chase = { escalation: page.policy, roster, called: rows.map(callFrom) };
  const calls = everybodyElse(chase, page, now);
  await planCalls(trip, { page, position: page, calls });
}
