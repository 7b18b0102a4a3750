import type { Customer } from '../customers/customer.ts';
import { listOpenPromises } from '../promises/list-open-promises.ts';
import { trustOf } from '../promises/trust.ts';
import { requestFrom } from '../requests/stored-request.ts';
import type { Trip, Tx } from '../shared/database.ts';
import { monthsOf, type Quarter } from '../shared/quarter.ts';
import { day, minute, plus } from '../shared/time.ts';
import { openly } from '../timeline/event.ts';
import type {
  BillFacts,
  CallFacts,
  ChangeFact,
  CheckInFacts,
  PlanFacts,
  PromiseFacts,
  QuarterFacts,
} from './quarter-facts.ts';

/** How far ahead steps are told of. */
const ahead = 92 * day;
const most = 5;

interface Wish {
  readonly customerId: string;
  readonly from: Date;
  readonly until: Date;
}

/** What a customer's quarter was, from what they may know: shared pages and promises, the plan, answers, approved requests. */
export async function loadQuarter(
  trip: Trip,
  { id: customerId, timeZone }: Pick<Customer, 'id' | 'timeZone'>,
  quarter: Quarter,
): Promise<QuarterFacts> {
  const { name, from, until } = quarter;
  const wish = { customerId, from, until };
  const owed = await listOpenPromises(trip.tx, customerId, 'shared');
  return {
    name,
    plan: await loadPlan(trip, wish),
    calls: await loadCalls(trip, wish),
    checkIns: await loadCheckIns(trip, wish),
    promises: await loadPromises(trip, wish),
    bill: await loadBills(trip, customerId, monthsOf(quarter, timeZone)),
    changes: await loadChanges(trip, wish),
    owed: owed.slice(0, most).map(({ text, promisedFor }) => ({ text, promisedFor })),
    coming: await loadComing(trip, customerId),
  };
}

async function loadPlan({ tx }: Trip, { customerId, from, until }: Wish): Promise<PlanFacts[]> {
  const rows = await tx.milestone.findMany({
    where: {
      customerId,
      state: { not: 'cancelled' },
      OR: [
        { endedAt: { gte: from, lt: until } },
        { endedAt: null, slippedUntil: { gte: from, lt: until } },
        { endedAt: null, slippedUntil: null, plannedUntil: { gte: from, lt: until } },
      ],
    },
    include: { transition: { select: { name: true } } },
    orderBy: [{ transitionId: 'asc' }, { position: 'asc' }],
  });
  const reported = await listReported(tx, customerId);
  const told = rows.filter(({ id, state }) => state !== 'done' || reported.has(id));
  return [...new Set(told.map(({ transitionId }) => transitionId))].map(transitionId => {
    const steps = told.filter(row => row.transitionId === transitionId);
    return {
      transition: openly(steps[0]?.transition.name ?? transitionId),
      steps: steps.length,
      done: steps.filter(({ state }) => state === 'done').length,
      rolledBack: steps
        .filter(({ state }) => state === 'rolled-back')
        .map(({ name }) => openly(name)),
      moved: steps
        .slice(0, most)
        .flatMap(({ name, plannedUntil, slippedUntil }) =>
          slippedUntil !== null && slippedUntil > plannedUntil
            ? [{ name: openly(name), from: plannedUntil, to: slippedUntil }]
            : [],
        ),
    };
  });
}

/** The steps somebody reported done: what was over when its plan came to us is done by the plan alone. */
async function listReported(tx: Tx, customerId: string): Promise<ReadonlySet<unknown>> {
  const done = await tx.event.findMany({
    where: { customerId, kind: 'milestone.done' },
    select: { data: true },
  });
  return new Set(done.map(({ data }) => fieldOf(data, 'milestoneId')));
}

/** Somebody had it when they first said so, whoever has had it since. */
async function loadCalls({ tx }: Trip, { customerId, from, until }: Wish): Promise<CallFacts> {
  const pages = await tx.page.findMany({
    where: { customerId, raisedBy: 'customer', isShared: true, raisedAt: { gte: from, lt: until } },
    select: { id: true, raisedAt: true, resolvedAt: true, resolvedById: true },
  });
  const taken = await tx.event.findMany({
    where: { customerId, kind: 'page.acknowledged', at: { gte: from } },
    select: { at: true, data: true },
    orderBy: [{ at: 'asc' }, { seq: 'asc' }],
  });
  const enders = pages.flatMap(({ resolvedById }) => resolvedById ?? []);
  const theirs = await tx.person.findMany({
    where: { customerId, id: { in: enders } },
    select: { id: true },
  });
  const calls = pages.map(({ id, raisedAt, resolvedAt, resolvedById }) => ({
    raisedAt,
    takenAt: taken.find(({ data }) => fieldOf(data, 'pageId') === id)?.at ?? null,
    isOver: resolvedAt !== null,
    isTakenBack: theirs.some(person => person.id === resolvedById),
  }));
  return {
    count: calls.length,
    minutes: calls.flatMap(({ raisedAt, takenAt }) =>
      takenAt ? [Math.ceil((takenAt.getTime() - raisedAt.getTime()) / minute)] : [],
    ),
    solved: calls.filter(({ isOver, isTakenBack }) => isOver && !isTakenBack).length,
    unheard: calls.filter(({ takenAt, isTakenBack }) => !takenAt && !isTakenBack).length,
  };
}

function fieldOf(data: unknown, field: string): unknown {
  return typeof data === 'object' && data !== null ? Reflect.get(data, field) : null;
}

async function loadCheckIns(
  { tx }: Trip,
  { customerId, from, until }: Wish,
): Promise<CheckInFacts> {
  const rows = await tx.checkIn.groupBy({
    by: ['answer'],
    where: { customerId, askedAt: { gte: from, lt: until } },
    _count: true,
  });
  const count = (answer: string) => rows.find(row => row.answer === answer)?._count ?? 0;
  return {
    asked: rows.reduce((sum, { _count }) => sum + _count, 0),
    good: count('good'),
    fine: count('fine'),
    worried: count('worried'),
  };
}

async function loadPromises(
  { tx }: Trip,
  { customerId, from, until }: Wish,
): Promise<PromiseFacts> {
  const rows = await tx.vendorPromise.findMany({
    where: { customerId, visibility: 'shared', promisedFor: { gte: from, lt: until } },
    orderBy: [{ promisedFor: 'asc' }, { id: 'asc' }],
  });
  const missed = rows.filter(({ state }) => state === 'missed').slice(0, most);
  return { trust: trustOf(rows), missed: missed.map(({ text }) => openly(text)) };
}

async function loadBills(
  { tx }: Trip,
  customerId: string,
  months: readonly string[],
): Promise<BillFacts> {
  const rows = await tx.serviceRequest.findMany({
    where: { customerId, month: { in: [...months] }, state: { in: ['approved', 'waived'] } },
  });
  const requests = rows.map(requestFrom);
  const currencies = new Set(requests.flatMap(({ currency }) => currency ?? []));
  const [only] = currencies.size === 1 ? currencies : [];
  return {
    count: requests.length,
    minutes: requests.reduce((sum, { work }) => sum + work.minutes, 0),
    free: requests.filter(({ amountMinor }) => amountMinor === 0).length,
    totalMinor: requests.reduce((sum, { amountMinor }) => sum + (amountMinor ?? 0), 0),
    currency: only ?? null,
  };
}

/** What the customer was told in front of everybody; what one of them was told alone stays theirs. */
async function loadChanges({ tx }: Trip, { customerId, from, until }: Wish): Promise<ChangeFact[]> {
  const rows = await tx.themeAnswer.findMany({
    where: { customerId, personId: null, state: 'told', toldAt: { gte: from, lt: until } },
    orderBy: [{ toldAt: 'asc' }, { id: 'asc' }],
    take: most,
  });
  return rows.map(({ step, words }) => ({
    step: step === 'done' ? 'done' : 'decided',
    words: openly(words.trim().replace(/[.\s]+$/, '')),
  }));
}

async function loadComing({ tx, now }: Trip, customerId: string): Promise<QuarterFacts['coming']> {
  const rows = await tx.milestone.findMany({
    where: {
      customerId,
      state: 'planned',
      OR: [
        { slippedFrom: { gt: now, lt: plus(now, ahead) } },
        { slippedFrom: null, plannedFrom: { gt: now, lt: plus(now, ahead) } },
      ],
    },
    orderBy: { plannedFrom: 'asc' },
    take: most,
  });
  return rows.map(({ name, slippedFrom, plannedFrom }) => ({
    name: openly(name),
    plannedFrom: slippedFrom ?? plannedFrom,
  }));
}
