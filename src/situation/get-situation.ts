import { getCustomer } from '../customers/find-customer.ts';
import { findPerson } from '../customers/find-person.ts';
import { unresolved } from '../paging/page/page-state.ts';
import { listOpenPromises } from '../promises/list-open-promises.ts';
import type { Trip } from '../shared/database.ts';
import { listSharedEvents } from '../timeline/list-events.ts';
import { findCurrentTransitions } from '../transitions/find-transition.ts';
import { listMilestones } from '../transitions/list-milestones.ts';
import { type Transition, transitionFrom } from '../transitions/transition.ts';
import { findDuty } from './find-duty.ts';
import { foldSituation, type OpenPage, type Situation, situationPolicy } from './situation.ts';

/** What is happening with this customer, by shared facts alone. Reads the same few rows however long the timeline is. */
export async function getSituation(
  trip: Pick<Trip, 'tx' | 'now'>,
  customerId: string,
): Promise<Situation> {
  const { tx, now } = trip;
  const customer = await getCustomer(tx, customerId);
  const transitions = await findCurrentTransitions(tx, customerId, now);
  const ids = transitions.map(({ id }) => id);
  return foldSituation({
    customerId,
    transitions,
    milestones: await listMilestones(tx, ids),
    sharedEvents: await listSharedEvents(tx, customerId, {
      until: now,
      limit: situationPolicy.factsRead,
    }),
    duty: await findDuty(trip, customer),
    promises: await listOpenPromises(tx, customerId, 'shared'),
    page: await findSharedPage(trip, customerId),
    completed: ids.length === 0 ? await findCompleted(trip, customerId) : null,
    now,
  });
}

async function findSharedPage(
  { tx }: Pick<Trip, 'tx'>,
  customerId: string,
): Promise<OpenPage | null> {
  const row = await tx.page.findFirst({
    where: { customerId, ...unresolved, isShared: true },
    orderBy: { raisedAt: 'desc' },
  });
  if (!row) return null;
  const owner = row.state === 'acknowledged' ? await findPerson(tx, row.ownerId) : null;
  return {
    raisedAt: row.raisedAt,
    ownerName: owner?.name ?? null,
    acknowledgedAt: owner ? row.acknowledgedAt : null,
  };
}

async function findCompleted(
  { tx }: Pick<Trip, 'tx'>,
  customerId: string,
): Promise<Transition | null> {
  const row = await tx.transition.findFirst({
    where: { customerId, phase: 'graduated' },
    orderBy: { phaseSince: 'desc' },
  });
  return row ? transitionFrom(row) : null;
}
