import { getCustomer } from '../../customers/find-customer.ts';
import type { Trip, Tx } from '../../shared/database.ts';
import type { SharedEvent, TimelineEvent } from '../../timeline/event.ts';
import { listEvents } from '../../timeline/list-events.ts';
import { loadRoster } from '../ladder/load-roster.ts';
import { type HandOver, handOverForm } from '../page/hand-over.ts';
import type { Page } from '../page/page.ts';
import { listPartnersHere } from './list-partners-here.ts';
import { callFrom, type PageView } from './page-view.ts';
import { triedOf } from './tried.ts';

/** A page with everything that is said about it. */
export async function loadPageView(trip: Trip, page: Page): Promise<PageView> {
  const { tx, now } = trip;
  const customer = await getCustomer(tx, page.customerId);
  const calls = await tx.pageCall.findMany({ where: { pageId: page.id }, orderBy: { id: 'asc' } });
  const personIds = [...calls.map(call => call.personId), page.ownerId];
  const roster = await loadRoster(tx, customer, { escalation: page.policy, personIds });
  const words = await tx.pageWords.findMany({
    // The page's own reason has the page's id; what joined it later is numbered.
    where: { pageId: page.id, id: { not: page.id } },
    orderBy: { id: 'asc' },
  });
  const course = await listCourse(trip, page);
  const stalledId = stalledIn(course, page);
  const ids = [
    stalledId,
    page.raisedById,
    page.ownerId,
    page.resolvedById,
    customer.advocateId,
    ...words.map(one => one.personId),
  ];
  const names = await loadNames(tx, [...ids, ...calls.map(call => call.personId)]);
  return {
    page,
    customer,
    roster,
    calls: calls.map(callFrom),
    words,
    names,
    partnersHere: roster.people.some(({ isPartner }) => isPartner)
      ? await listPartnersHere(tx, page)
      : [],
    stalledId,
    update: updateIn(course, page),
    handOver: handOverIn(course),
    tried: triedOf(page, course),
    now,
  };
}

async function loadNames(tx: Tx, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const known = [...new Set(ids.filter(id => id !== null))];
  const rows = await tx.person.findMany({
    where: { id: { in: known } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** What happened to the page since it was raised, newest first. */
async function listCourse(trip: Trip, page: Page): Promise<readonly TimelineEvent[]> {
  const events = await listEvents(trip, page.customerId, {
    kinds: [
      'page.acknowledged',
      'page.updated',
      'page.reassigned',
      'page.resolved',
      'page.reopened',
    ],
    since: page.raisedAt,
    limit: 40,
  });
  return events.filter(({ data }) => data.pageId === page.id);
}

/** The last word for the customer, once somebody has it. */
function updateIn(course: readonly TimelineEvent[], page: Page): SharedEvent | null {
  if (page.acknowledgedAt === null) return null;
  const told = course.filter(event => event.visibility === 'shared');
  return told.find(({ kind }) => kind === 'page.updated') ?? null;
}

/** What whoever passed it on last said of it. */
function handOverIn(course: readonly TimelineEvent[]): HandOver | null {
  const passed = course.find(({ kind }) => kind === 'page.reassigned');
  return handOverForm.safeParse(passed?.data.handOver).data ?? null;
}

/** An open page that was asked about had an owner: whoever acknowledged it last. */
function stalledIn(course: readonly TimelineEvent[], page: Page): string | null {
  if (page.state !== 'open' || page.staleAsks === 0) return null;
  return course.find(({ kind }) => kind === 'page.acknowledged')?.authorId ?? null;
}
