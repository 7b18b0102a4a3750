import type { Person } from '../../customers/person.ts';
import { listOwnPages } from '../../paging/page/list-own-pages.ts';
import type { Matter } from '../../partners/matter.ts';
import type { Trip } from '../../shared/database.ts';
import { type Milestone, milestoneFrom } from '../../transitions/milestone.ts';
import { standingOf, type TheirPage } from './their-page.ts';

/** Something that was handed to a partner's person, with the name of whose it is. */
export interface TheirMatter extends Matter {
  readonly customerName: string;
}

/** All that is a partner's at this moment, of the customers they work for. */
export interface Theirs {
  readonly matters: readonly TheirMatter[];
  readonly steps: readonly Milestone[];
  readonly pages: readonly TheirPage[];
}

/** What was handed to a partner's person, their steps and their pages: of customers they work for now, and of no other. */
export async function listTheirs(trip: Trip, partner: Person): Promise<Theirs> {
  const { tx } = trip;
  const { id, partnerOf } = partner;
  const customerId = { in: [...partnerOf] };
  const steps = await tx.milestone.findMany({
    where: { ownerId: id, customerId, state: { notIn: ['done', 'cancelled', 'rolled-back'] } },
    orderBy: [{ plannedFrom: 'asc' }, { id: 'asc' }],
  });
  return {
    matters: await listMatters(trip, partner),
    steps: steps.map(milestoneFrom),
    pages: await listPages(trip, partner),
  };
}

async function listMatters({ tx }: Trip, { id, partnerOf }: Person): Promise<TheirMatter[]> {
  const customerIds = [...partnerOf];
  const customers = await tx.customer.findMany({
    where: { id: { in: customerIds } },
    select: { id: true, name: true },
  });
  const names = new Map(customers.map(customer => [customer.id, customer.name]));
  const matters = await tx.partnerMatter.findMany({
    where: { partnerId: id, customerId: { in: customerIds }, backAt: null },
    orderBy: [{ givenAt: 'asc' }, { id: 'asc' }],
  });
  return matters.map(matter => ({
    ...matter,
    customerName: names.get(matter.customerId) ?? matter.customerId,
  }));
}

async function listPages(trip: Trip, { id, partnerOf }: Person): Promise<TheirPage[]> {
  const pages = (await listOwnPages(trip, id)).filter(
    page => (page.isMine || page.isCalled) && partnerOf.includes(page.customerId),
  );
  const calls = await trip.tx.pageCall.findMany({
    where: { personId: id, state: 'called', pageId: { in: pages.map(page => page.id) } },
    select: { pageId: true },
    distinct: ['pageId'],
  });
  const ringing = new Set(calls.map(({ pageId }) => pageId));
  return pages.map(page => ({
    pageId: page.id,
    customerId: page.customerId,
    customerName: page.customerName,
    raisedAt: page.raisedAt,
    standing: standingOf({ ...page, isRinging: ringing.has(page.id) }),
  }));
}
