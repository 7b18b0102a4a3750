import { getCustomer } from '../../../customers/find-customer.ts';
import { mayDo } from '../../../customers/permission.ts';
import type { Person } from '../../../customers/person.ts';
import type { Audience, Text } from '../../../delivery/audience.ts';
import type { Card } from '../../../delivery/card.ts';
import { listPagedIds } from '../../../paging/page/find-pages.ts';
import { type Page, pageFrom } from '../../../paging/page/page.ts';
import { explainPage } from '../../../paging/show/explain-page.ts';
import type { Trip } from '../../../shared/database.ts';
import { briefCustomer } from '../../../situation/brief-customer.ts';
import type { TimelineEvent } from '../../../timeline/event.ts';
import { eventFrom } from '../../../timeline/list-events.ts';
import { type ButtonName, offers, pageNames } from './offers.ts';

/** A page with its whole course, and what whoever looks may do with it. */
export interface PageLook {
  readonly page: Page;
  readonly customerName: string;
  readonly ownerName: string | null;
  /** Whom it called, when, by what and why; why not whoever asks. */
  readonly reasons: readonly Text<Audience>[];
  /** What happened to it, the first thing first. */
  readonly course: readonly TimelineEvent[];
  /** Who they are and how they are, for whoever was just woken. */
  readonly about: Card<'internal'>;
  /** Commands about it that are for whoever looks. */
  readonly offers: readonly ButtonName[];
  readonly mayTake: boolean;
  readonly mayUpdate: boolean;
  readonly mayResolve: boolean;
}

/** Everything about one page; throws when there is none. */
export async function loadPage(trip: Trip, pageId: string, person: Person): Promise<PageLook> {
  const { tx } = trip;
  const page = pageFrom(await tx.page.findUniqueOrThrow({ where: { id: pageId } }));
  const { id: customerId, name, managerId } = await getCustomer(tx, page.customerId);
  const pagedIds = await listPagedIds(tx, pageId);
  const rights = { customerId, managerId, placeCustomerId: null, pagedIds };
  const owner = page.ownerId ? await tx.person.findUnique({ where: { id: page.ownerId } }) : null;
  const isOver = page.state === 'resolved';
  return {
    page,
    customerName: name,
    ownerName: owner?.name ?? null,
    reasons: await explainPage(trip, { pageId, askerId: person.id }),
    course: await listCourse(trip, page),
    about: await briefCustomer(trip, customerId),
    offers: isOver ? [] : pageNames.filter(one => mayDo(offers[one].command, person, rights)),
    mayTake: page.state === 'open' && mayDo('page.acknowledge', person, rights),
    mayUpdate: !isOver && mayDo('page.update', person, rights),
    mayResolve: !isOver && mayDo('page.resolve', person, rights),
  };
}

async function listCourse(
  { tx }: Trip,
  { id, customerId, raisedAt }: Page,
): Promise<TimelineEvent[]> {
  const rows = await tx.event.findMany({
    where: { customerId, at: { gte: raisedAt }, data: { path: ['pageId'], equals: id } },
    orderBy: { seq: 'asc' },
    take: 200,
  });
  return rows.map(eventFrom);
}
