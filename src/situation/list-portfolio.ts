import type { Customer } from '../customers/customer.ts';
import { customerFrom } from '../customers/customer.ts';
import { unresolved } from '../paging/page/page-state.ts';
import type { Trip } from '../shared/database.ts';
import { day, plus, since } from '../shared/time.ts';
import { listSharedEvents } from '../timeline/list-events.ts';
import {
  byUrgency,
  isWindowOpen,
  type Transition,
  transitionFrom,
} from '../transitions/transition.ts';
import { assessMany } from './assess-many.ts';
import { byRisk, type PortfolioRow, riskReasons } from './portfolio.ts';
import { isNews, situationPolicy } from './situation.ts';

/** Whose customers; all of them when nothing is given. */
export interface PortfolioFilter {
  readonly managerId?: string;
  readonly advocateId?: string;
  readonly customerIds?: readonly string[];
}

type Read = Pick<Trip, 'tx' | 'now'>;

/**
 * All customers by risk, the one to look at first on top. A fixed number of queries, whatever the number
 * of customers, plus one small one for each that is in its window right now.
 */
export async function listPortfolio(
  read: Read,
  { managerId, advocateId, customerIds }: PortfolioFilter = {},
): Promise<PortfolioRow[]> {
  const rows = await read.tx.customer.findMany({
    where: { managerId, advocateId, id: customerIds ? { in: [...customerIds] } : undefined },
  });
  const customers = rows.map(customerFrom);
  const ids = customers.map(({ id }) => id);
  const current = await listCurrent(read, ids);
  const signs = await gatherSigns(read, customers, current);
  return byRisk(customers.map(customer => rowOf(customer, signs, read.now)));
}

/** The most urgent transition of each customer that is not over. */
async function listCurrent({ tx, now }: Read, ids: string[]): Promise<Map<string, Transition>> {
  const rows = await tx.transition.findMany({
    where: { customerId: { in: ids }, phase: { not: 'graduated' } },
  });
  const current = new Map<string, Transition>();
  for (const one of byUrgency(rows.map(transitionFrom), now)) {
    if (!current.has(one.customerId)) current.set(one.customerId, one);
  }
  return current;
}

interface Signs {
  readonly current: ReadonlyMap<string, Transition>;
  readonly confidence: ReadonlyMap<string, number>;
  readonly pages: ReadonlyMap<string, readonly { state: string; raisedAt: Date }[]>;
  readonly promises: ReadonlyMap<string, readonly { promisedFor: Date }[]>;
  readonly late: ReadonlyMap<string, readonly unknown[]>;
  readonly silent: ReadonlyMap<string, readonly { restingSince: Date | null }[]>;
  readonly stale: ReadonlyMap<string, Date>;
}

async function gatherSigns(
  read: Read,
  customers: readonly Customer[],
  current: ReadonlyMap<string, Transition>,
): Promise<Signs> {
  const { tx, now } = read;
  const workings = new Map(customers.map(customer => [customer.id, customer]));
  const customerId = { in: [...workings.keys()] };
  const transitions = [...current.values()];
  const pages = await tx.page.findMany({
    where: { customerId, ...unresolved },
    select: { customerId: true, state: true, raisedAt: true },
  });
  const promises = await tx.vendorPromise.findMany({
    where: { customerId, state: { in: ['open', 'missed'] }, promisedFor: { lte: plus(now, day) } },
    select: { customerId: true, promisedFor: true },
  });
  const late = await tx.milestone.findMany({
    where: { customerId, state: 'late' },
    select: { customerId: true },
  });
  const silent = await tx.cadence.findMany({
    where: { customerId, restingSince: { not: null } },
    select: { customerId: true, restingSince: true },
  });
  return {
    current,
    confidence: await assessMany(read, transitions, workings),
    pages: grouped(pages),
    promises: grouped(promises),
    late: grouped(late),
    silent: grouped(silent),
    stale: await findStale(read, transitions),
  };
}

function grouped<T extends { readonly customerId: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.customerId) ?? [];
    group.push(row);
    groups.set(row.customerId, group);
  }
  return groups;
}

/** Since when the customers in their window have been without news, where that is too long. */
async function findStale(
  { tx, now }: Read,
  transitions: readonly Transition[],
): Promise<Map<string, Date>> {
  const stale = new Map<string, Date>();
  for (const { customerId, phaseSince } of transitions.filter(isWindowOpen)) {
    const events = await listSharedEvents(tx, customerId, { until: now, limit: 20 });
    const last = events.find(isNews)?.at.getTime() ?? 0;
    const from = new Date(Math.max(last, phaseSince.getTime()));
    if (since(from, now) > situationPolicy.staleAfterMilliseconds) stale.set(customerId, from);
  }
  return stale;
}

function rowOf({ id, name, advocateId }: Customer, signs: Signs, now: Date): PortfolioRow {
  const transition = signs.current.get(id) ?? null;
  const pages = signs.pages.get(id) ?? [];
  const promises = signs.promises.get(id) ?? [];
  const overdue = promises.filter(({ promisedFor }) => promisedFor < now).length;
  const row = {
    customerId: id,
    name,
    advocateId,
    transitionId: transition?.id ?? null,
    transitionName: transition?.name ?? null,
    phase: transition?.phase ?? null,
    confidence: transition ? (signs.confidence.get(transition.id) ?? null) : null,
    openPages: pages.length,
    untakenSince: oldest(pages.filter(({ state }) => state === 'open').map(one => one.raisedAt)),
    staleSince: signs.stale.get(id) ?? null,
    silentSince: oldest((signs.silent.get(id) ?? []).map(one => one.restingSince)),
    lateSteps: signs.late.get(id)?.length ?? 0,
    promisesDue: promises.length - overdue,
    promisesOverdue: overdue,
  };
  return { ...row, reasons: riskReasons(row, now) };
}

function oldest(instants: readonly (Date | null)[]): Date | null {
  const times = instants.flatMap(instant => (instant ? [instant.getTime()] : []));
  return times.length > 0 ? new Date(Math.min(...times)) : null;
}
