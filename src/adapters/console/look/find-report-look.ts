import type { Customer } from '../../../customers/customer.ts';
import { getCustomer } from '../../../customers/find-customer.ts';
import type { Trip } from '../../../shared/database.ts';
import type { Milestone } from '../../../transitions/milestone.ts';
import type { Transition } from '../../../transitions/transition.ts';
import { findByKey } from './find-by-key.ts';

/** What somebody answered to a check-in, or that nobody did. */
export interface Feeling {
  readonly askedAt: Date;
  readonly answeredAt: Date | null;
  /** good, fine, worried; null = no answer. */
  readonly answer: string | null;
  readonly words: string | null;
  readonly byName: string | null;
}

/** A page raised during the transition, with its times. */
export interface ReportedPage {
  readonly id: string;
  readonly reason: string;
  readonly raisedAt: Date;
  readonly acknowledgedAt: Date | null;
  readonly resolvedAt: Date | null;
  readonly resolution: string | null;
  readonly ownerName: string | null;
}

/** Something promised during the transition. */
export interface ReportedPromise {
  readonly text: string;
  readonly state: string;
  readonly madeAt: Date;
  readonly promisedFor: Date;
  readonly closedAt: Date | null;
}

/** What was planned, what happened, how people felt, and who was called. */
export interface ReportLook {
  readonly customer: Customer;
  readonly transition: Transition;
  readonly milestones: readonly Milestone[];
  readonly feelings: readonly Feeling[];
  readonly pages: readonly ReportedPage[];
  readonly promises: readonly ReportedPromise[];
}

/** So much of one kind is on a report; the rest is in the exports. */
const most = 200;

/** The report of a transition of this customer; null when it has none such. */
export async function findReportLook(
  trip: Trip,
  customerId: string,
  key: string,
): Promise<ReportLook | null> {
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
