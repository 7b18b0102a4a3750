import { getCustomer } from '../customers/find-customer.ts';
import { findPerson } from '../customers/find-person.ts';
import type { Trip } from '../shared/database.ts';
import { minute, plus } from '../shared/time.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { escalatePage } from './chase/escalate-page.ts';
import { planCalls } from './chase/plan-calls.ts';
import { callsOfPerson, type PlannedCall, waitMinutesAt } from './ladder/chase.ts';
import { loadRoster } from './ladder/load-roster.ts';
import { chaseAnew } from './ladder/position.ts';
import { excuse } from './owner/excuse.ts';
import { type HandOver, handOverParts } from './page/hand-over.ts';
import type { Page } from './page/page.ts';
import { lockPage } from './page/page-lock.ts';
import { callFrom, isLevelAlive } from './show/page-view.ts';
import { showPage } from './show/show-page.ts';

export interface Reassignment {
  readonly pageId: string;
  readonly byId: string;
  /** Who is to have it; null = whoever the escalation calls next. */
  readonly toId: string | null;
  /** `left`: they are gone, and pass nothing on themselves. */
  readonly why?: 'passed' | 'left';
  /** What the next one should know. */
  readonly handOver?: HandOver | null;
}

/**
 * `nobody`: that person is neither one of the vendor's active people nor of a partner who works for this customer.
 * `unreachable`: a partner's person whom no chat reaches, so that nothing would ring. `not-yours`: somebody else has it.
 */
export type Reassigned = 'reassigned' | 'resolved' | 'nobody' | 'unreachable' | 'not-yours';

/**
 * Hands a page to somebody else. Until they say "I have it" nobody has it: they are called, and the
 * escalation goes on behind them, so that a page handed to somebody asleep is not lost.
 */
export async function reassignPage(
  trip: Trip,
  { pageId, byId, toId, why = 'passed', handOver = null }: Reassignment,
): Promise<Reassigned> {
  const page = await lockPage(trip, pageId);
  if (page.state === 'resolved') return 'resolved';
  if (toId === null) return reassignToNext(trip, page, { byId, why, handOver });
  const to = await findPerson(trip.tx, toId);
  const isOurs = to?.side === 'vendor' || to?.partnerOf.includes(page.customerId);
  if (!to?.active || !isOurs) return 'nobody';
  if (page.ownerId === toId) return 'reassigned';
  const calls = await findCalls(trip, page, toId);
  if (to.side === 'partner' && calls.length === 0) return 'unreachable';
  await excuse(trip, page, byId);
  await callInstead(trip, page, calls);
  await noteReassigned(trip, page, { byId, why, handOver, toName: to.name });
  await showPage(trip, pageId);
  return 'reassigned';
}

async function findCalls({ tx, now }: Trip, page: Page, toId: string): Promise<PlannedCall[]> {
  const customer = await getCustomer(tx, page.customerId);
  const roster = await loadRoster(tx, customer, { escalation: page.policy, personIds: [toId] });
  return callsOfPerson(toId, roster, now);
}

async function callInstead(trip: Trip, page: Page, calls: readonly PlannedCall[]): Promise<void> {
  const { tx, now } = trip;
  await tx.page.update({
    where: { id: page.id },
    data: {
      state: 'open',
      ownerId: null,
      staleAsks: 0,
      levelSince: now,
      dueAt: plus(now, waitMinutesAt(page, page.policy) * minute),
    },
  });
  await planCalls(trip, { page, position: page, calls });
}

type From = Required<Pick<Reassignment, 'byId' | 'why' | 'handOver'>>;

/** "Pass on" without a name: while others at the level may still answer, they are left to it. */
async function reassignToNext(trip: Trip, page: Page, from: From): Promise<Reassigned> {
  const { tx } = trip;
  const { byId } = from;
  if (page.state === 'acknowledged' && page.ownerId !== byId) return 'not-yours';
  await excuse(trip, page, byId);
  const rows = await tx.pageCall.findMany({ where: { pageId: page.id } });
  const isLeft = page.state === 'open' && isLevelAlive({ page, calls: rows.map(callFrom) });
  if (!isLeft) {
    const { position, policy } = chaseAnew(page, page.policy);
    await escalatePage(trip, { ...page, policy, staleAsks: 0 }, position);
  }
  await noteReassigned(trip, page, { ...from, toName: null });
  await showPage(trip, page.id);
  return 'reassigned';
}

async function noteReassigned(
  trip: Trip,
  page: Page,
  { byId, why, handOver, toName }: From & { readonly toName: string | null },
): Promise<void> {
  const by = await findPerson(trip.tx, byId);
  const name = by?.name ?? 'Somebody';
  const to = toName ? ` to ${toName}` : '';
  const told = handOver
    ? handOverParts(handOver).map(([label, text]) => ` ${label}: ${text}.`)
    : [];
  await recordEvent(trip, {
    customerId: page.customerId,
    transitionId: page.transitionId,
    kind: 'page.reassigned',
    visibility: 'internal',
    text:
      why === 'left'
        ? `${name} has left; the page goes on`
        : `${name} passed the page on${to}${told.length > 0 ? `.${told.join('')}` : ''}`,
    authorId: byId,
    data: { pageId: page.id, ...(handOver ? { handOver } : {}) },
  });
}
