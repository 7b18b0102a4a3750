import type { Person } from '../../customers/person.ts';
import { listOwnPages } from '../../paging/page/list-own-pages.ts';
import type { Matter } from '../../partners/matter.ts';
import type { Trip } from '../../shared/database.ts';
import { type Milestone, milestoneFrom } from '../../transitions/milestone.ts';

/** A page a partner's person was called for, or has: never what it is about. */
export interface TheirPage {
  readonly pageId: string;
  readonly customerId: string;
  readonly customerName: string;
  readonly isMine: boolean;
}

/** All that is a partner's at this moment, of the customers they work for. */
export interface Theirs {
  readonly matters: readonly Matter[];
  readonly steps: readonly Milestone[];
  readonly pages: readonly TheirPage[];
}

/** What was handed to a partner's person, their steps and their pages: of customers they work for now, and of no other. */
export async function listTheirs(trip: Trip, { id, partnerOf }: Person): Promise<Theirs> {
  const { tx } = trip;
  const customerId = { in: [...partnerOf] };
  const steps = await tx.milestone.findMany({
    where: { ownerId: id, customerId, state: { notIn: ['done', 'cancelled', 'rolled-back'] } },
    orderBy: [{ plannedFrom: 'asc' }, { id: 'asc' }],
  });
  const pages = (await listOwnPages(trip, id)).filter(
    page => (page.isMine || page.isCalled) && partnerOf.includes(page.customerId),
  );
  return {
    matters: await tx.partnerMatter.findMany({
      where: { partnerId: id, customerId, backAt: null },
      orderBy: [{ givenAt: 'asc' }, { id: 'asc' }],
    }),
    steps: steps.map(milestoneFrom),
    pages: pages.map(page => ({
      pageId: page.id,
      customerId: page.customerId,
      customerName: page.customerName,
      isMine: page.isMine,
    })),
  };
}
