import { getCustomer } from '../../customers/find-customer.ts';
import type { Trip, Tx } from '../../shared/database.ts';
import type { SharedEvent } from '../../timeline/event.ts';
import { listEvents, listSharedEvents } from '../../timeline/list-events.ts';
import { loadRoster } from '../ladder/load-roster.ts';
import type { Page } from '../page/page.ts';
import { listTried } from './list-tried.ts';
import { callFrom, type PageView } from './page-view.ts';

/** A page with everything that is said about it. */
export async function loadPageView({ tx, now }: Trip, page: Page): Promise<PageView> {
  const customer = await getCustomer(tx, page.customerId);
  const calls = await tx.pageCall.findMany({ where: { pageId: page.id }, orderBy: { id: 'asc' } });
  const personIds = [...calls.map(call => call.personId), page.ownerId];
  const roster = await loadRoster(tx, customer, { escalation: page.policy, personIds });
  const words = await tx.pageWords.findMany({
    // The page's own reason has the page's id; what joined it later is numbered.
    where: { pageId: page.id, id: { not: page.id } },
    orderBy: { id: 'asc' },
  });
  const stalledId = await findStalled(tx, page);
  const ids = [
    stalledId,
    page.raisedById,
    page.ownerId,
    page.resolvedById,
    ...words.map(one => one.personId),
  ];
  const names = await loadNames(tx, [...ids, ...calls.map(call => call.personId)]);
  const update = await findUpdate(tx, page);
  return {
    page,
    customer,
    roster,
    calls: calls.map(callFrom),
    words,
    names,
    stalledId,
    update,
    tried: await listTried(tx, page),
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

async function findUpdate(tx: Tx, page: Page): Promise<SharedEvent | null> {
  if (page.acknowledgedAt === null) return null;
  const { customerId, id, raisedAt } = page;
  const updates = await listSharedEvents(tx, customerId, {
    kinds: ['page.updated'],
    since: raisedAt,
    limit: 10,
  });
  return updates.find(event => event.data.pageId === id) ?? null;
}

/** An open page that was asked about had an owner: whoever acknowledged it last. */
async function findStalled(tx: Tx, page: Page): Promise<string | null> {
  if (page.state !== 'open' || page.staleAsks === 0) return null;
  const { customerId, id, raisedAt } = page;
  const taken = await listEvents(tx, customerId, {
    kinds: ['page.acknowledged'],
    since: raisedAt,
    limit: 10,
  });
  return taken.find(event => event.data.pageId === id)?.authorId ?? null;
}
