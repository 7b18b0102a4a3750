import { getCustomer } from '../customers/find-customer.ts';
import type { Trip } from '../shared/database.ts';
import { findByKey } from '../transitions/find-by-key.ts';
import type { TransitionReport } from './transition-report.ts';

/** So much of one kind is on a report; the rest is in the tables. */
const most = 2_000;

/** The report of a transition of this customer; null when it has none such. */
export async function findTransitionReport(
  trip: Trip,
  customerId: string,
  key: string,
): Promise<TransitionReport | null> {
  const { tx } = trip;
  const found = await findByKey(trip, customerId, key);
  if (!found) return null;
  const { transition, milestones } = found;
  const transitionId = transition.id;
  const begun = milestones.reduce(
    (first, { plannedFrom }) => (plannedFrom < first ? plannedFrom : first),
    transition.windowFrom,
  );
  const checkIns = await tx.checkIn.findMany({
    where: { transitionId, askedAt: { not: null } },
    orderBy: { seq: 'asc' },
    take: most,
  });
  const pages = await tx.page.findMany({
    where: { customerId, transitionId },
    orderBy: { raisedAt: 'asc' },
    take: most,
  });
  const promises = await tx.vendorPromise.findMany({
    where: { customerId, madeAt: { gte: begun }, state: { in: ['open', 'kept', 'missed'] } },
    orderBy: { madeAt: 'asc' },
    take: most,
  });
  const ids = [
    ...checkIns.map(({ answeredById }) => answeredById),
    ...pages.map(({ ownerId }) => ownerId),
  ];
  const nameOf = await loadNames(trip, ids);
  return {
    customer: await getCustomer(tx, customerId),
    transition,
    milestones,
    feelings: checkIns.flatMap(({ askedAt, answeredAt, answer, words, answeredById }) =>
      askedAt ? [{ askedAt, answeredAt, answer, words, byName: nameOf(answeredById) }] : [],
    ),
    pages: pages.map(page => ({ ...page, ownerName: nameOf(page.ownerId) })),
    promises,
  };
}

async function loadNames({ tx }: Pick<Trip, 'tx'>, ids: readonly (string | null)[]) {
  const known = await tx.person.findMany({
    where: { id: { in: [...new Set(ids.filter(id => id !== null))] } },
    select: { id: true, name: true },
  });
  const names = new Map(known.map(({ id, name }) => [id, name]));
  return (id: string | null) => id && (names.get(id) ?? id);
}
