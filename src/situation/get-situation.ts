import { getCustomer } from '../customers/find-customer.ts';
import { findPerson } from '../customers/find-person.ts';
import type { Trip, Tx } from '../shared/database.ts';
import { findCurrentTransitions } from '../transitions/find-transition.ts';
import { listMilestones } from '../transitions/list-milestones.ts';
import { type Transition, transitionFrom } from '../transitions/transition.ts';
import { findDuty } from './find-duty.ts';
import { loadSharedFacts, type SharedFacts } from './load-facts.ts';
import { foldSituation, type OpenPage, type Situation } from './situation.ts';

/** What is happening with this customer, by shared facts alone. Reads the same few rows however long the timeline is. */
export async function getSituation(trip: Trip, customerId: string): Promise<Situation> {
  const { tx, now } = trip;
  const customer = await getCustomer(tx, customerId);
  const transitions = await findCurrentTransitions(tx, customerId, now);
  const ids = transitions.map(({ id }) => id);
  const facts = await loadSharedFacts(trip, customerId);
  return foldSituation({
    customerId,
    transitions,
    milestones: await listMilestones(tx, ids),
    sharedEvents: facts.events,
    duty: await findDuty(trip, customer),
    promises: facts.promises,
    page: facts.page && (await openPageOf(tx, facts.page)),
    completed: ids.length === 0 ? await findCompleted(trip, customerId) : null,
    now,
  });
}

async function openPageOf(
  tx: Tx,
  { state, ownerId, raisedAt, acknowledgedAt }: NonNullable<SharedFacts['page']>,
): Promise<OpenPage> {
  const owner = state === 'acknowledged' ? await findPerson(tx, ownerId) : null;
  return {
    raisedAt,
    ownerName: owner?.name ?? null,
    acknowledgedAt: owner ? acknowledgedAt : null,
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
