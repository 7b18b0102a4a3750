import { getCustomer } from '../../customers/find-customer.ts';
import type { Json, Trip } from '../../shared/database.ts';
import { roundAnew } from '../ladder/position.ts';
import { getPolicy } from '../page/get-policy.ts';
import { lockPage } from '../page/page-lock.ts';
import { escalatePage } from './escalate-page.ts';

/** Somebody asks for what only a rule had noticed: from now on it wakes people, from the first level on, unless somebody has it. */
export async function makeCritical(trip: Trip, pageId: string): Promise<void> {
  const { tx } = trip;
  const page = await lockPage(trip, pageId);
  const customer = await getCustomer(tx, page.customerId);
  const { transitionId, round } = page;
  const own = await getPolicy(trip, { customer, transitionId, weight: 'critical' });
  const { position, policy } = roundAnew(0, round, own);
  await tx.page.update({
    where: { id: pageId },
    data: {
      weight: 'critical',
      policy: policy as unknown as Json,
      level: 0,
      round: position.round,
    },
  });
  if (page.state === 'open')
    await escalatePage(trip, { ...page, weight: 'critical', policy }, position);
}
