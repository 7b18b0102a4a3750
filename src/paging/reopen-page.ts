import { getCustomer } from '../customers/find-customer.ts';
import { findPerson } from '../customers/find-person.ts';
import type { Json, Trip } from '../shared/database.ts';
import { reopenTask } from '../tasks/reopen-task.ts';
import { managementKey } from '../tasks/task.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { takeStep } from './chase/take-step.ts';
import { joinPage } from './join-page.ts';
import { callsOfPerson, stepFrom } from './ladder/chase.ts';
import { loadRoster } from './ladder/load-roster.ts';
import { roundAnew } from './ladder/position.ts';
import { addWords } from './page/add-words.ts';
import { openKeyOf, type Page } from './page/page.ts';
import { lockPage } from './page/page-lock.ts';
import { callFrom, type PageCall } from './show/page-view.ts';
import { showPage } from './show/show-page.ts';
import { tellPageWord } from './show/tell-page-word.ts';

export interface Reopening {
  readonly pageId: string;
  readonly personId: string;
  readonly words?: string | undefined;
}

/** `open`: it was not resolved; the words joined it. `joined`: another page was opened meanwhile and has the words now. */
export type Reopened = 'reopened' | 'open' | 'joined';

/** "No, still broken": the same page is open again, its last owner is called first, then the levels go on from there. */
export async function reopenPage(
  trip: Trip,
  { pageId, personId, words }: Reopening,
): Promise<Reopened> {
  const { tx } = trip;
  const page = await lockPage(trip, pageId);
  const by = await findPerson(tx, personId);
  const text = words?.trim() || 'Still broken.';
  const isTheirs = by?.side === 'customer';
  const raise = {
    customerId: page.customerId,
    raisedBy: isTheirs ? 'customer' : 'vendor',
    raisedById: personId,
    words: text,
    isShared: page.isShared,
    placeId: page.placeId,
    threadOf: page.threadOf,
  } as const;
  if (page.state !== 'resolved') {
    if (words?.trim()) await joinPage(trip, pageId, raise);
    return 'open';
  }
  const openKey = openKeyOf(page.customerId, page.transitionId);
  const other = await tx.page.findUnique({ where: { openKey } });
  if (other) {
    await joinPage(trip, other.id, raise);
    return 'joined';
  }
  await addWords(trip, page, { personId, text });
  await chaseAgain(trip, page, openKey);
  const factId = await recordEvent(trip, {
    customerId: page.customerId,
    transitionId: page.transitionId,
    kind: 'page.reopened',
    visibility: page.isShared ? 'shared' : 'internal',
    text: `${by?.name ?? 'Somebody here'} said it is not solved yet`,
    authorId: personId,
    data: { pageId },
  });
  await reopenTask(trip, managementKey(pageId));
  const view = await showPage(trip, pageId);
  await tellPageWord(trip, { pageId, view }, { kind: 'reopened', factId });
  return 'reopened';
}

async function chaseAgain(trip: Trip, page: Page, openKey: string): Promise<void> {
  const { tx, now } = trip;
  const rows = await tx.pageCall.findMany({ where: { pageId: page.id }, orderBy: { id: 'asc' } });
  const called = rows.map(callFrom);
  const { position, policy } = roundAnew(levelOf(page, called), page.round, page.policy);
  const customer = await getCustomer(tx, page.customerId);
  const roster = await loadRoster(tx, customer, { escalation: policy, personIds: [page.ownerId] });
  await tx.page.update({
    where: { id: page.id },
    data: {
      openKey,
      confirmed: false,
      resolution: null,
      resolvedAt: null,
      resolvedById: null,
      acknowledgedAt: null,
      updatedAt: null,
      nextWordAt: null,
      staleAsks: 0,
      policy: policy as unknown as Json,
    },
  });
  const step = stepFrom({ escalation: policy, roster, called }, position, now);
  const ownCalls = callsOfPerson(page.ownerId, roster, now);
  const others = step.calls.filter(call => call.personId !== page.ownerId);
  const calls = [...ownCalls, ...others];
  await takeStep(trip, {
    page: { ...page, levelSince: null },
    roster,
    step: { ...step, calls },
    policy,
  });
}

/** The level at which the last owner was called; the first when they were called outside the levels. */
function levelOf({ ownerId }: Page, called: readonly PageCall[]): number {
  return Math.max(0, called.findLast(call => call.personId === ownerId)?.level ?? 0);
}
