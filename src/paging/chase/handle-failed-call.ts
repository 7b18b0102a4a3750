import { findPerson } from '../../customers/find-person.ts';
import { mediumName } from '../../delivery/medium-name.ts';
import { inQueue } from '../../delivery/message-state.ts';
import type { Trip } from '../../shared/database.ts';
import { plus, second } from '../../shared/time.ts';
import { recordEvent } from '../../timeline/record-event.ts';
import type { Page } from '../page/page.ts';
import { tryLockPage } from '../page/page-lock.ts';
import { type CallState, callFrom, isLevelAlive, type PageCall } from '../show/page-view.ts';
import { showPage } from '../show/show-page.ts';
import { callAtLast } from './call-at-last.ts';
import { escalatePage } from './escalate-page.ts';
import { hearAtLast } from './hear-at-last.ts';
import { lookAtCalls } from './look-at-calls.ts';
import { stayAtLevel } from './stay-at-level.ts';
import { tellMediumDown } from './tell-medium-down.ts';

/**
 * A call of a page did not arrive: the person's next contact method is used at once, or, when nobody is left at the
 * level, the next level is called at once. One that is tried on may arrive after all, and then counts from that moment.
 */
export async function handleFailedCall(trip: Trip, messageId: string): Promise<void> {
  const { tx, now } = trip;
  const message = await tx.message.findUnique({ where: { id: messageId } });
  if (!message) return;
  const row = await tx.pageCall.findUnique({ where: { messageKey: message.key } });
  const page = row ? await tryLockPage(trip, row.pageId) : null;
  if (page === 'busy') return setFailure(trip, messageId, plus(now, second));
  await setFailure(trip, messageId, null);
  const call = row && callFrom(row);
  const isUndelivered = message.outcome === 'undelivered';
  // An edit that failed does not unsay what the person has already seen.
  const wasSeen = message.sentRevision > 0 && !isUndelivered;
  if (wasSeen && page && call?.state === 'unheard') return hearAtLast(trip, page, call);
  if (wasSeen) return;
  if (!call || !page) return noteUnseen(trip, message);
  const isTriedOn = !isUndelivered && inQueue.some(state => state === message.state);
  if (call.state === 'unheard' && !isTriedOn) return setState(trip, call, 'failed');
  if (call.state !== 'called') return;
  await setState(trip, call, isTriedOn ? 'unheard' : 'failed');
  await noteFailed(trip, page, { call, reason: message.reason });
  const { via, reason } = message;
  if (isTriedOn && via !== 'chat') await tellMediumDown(trip, page, { via, reason });
  if (page.state !== 'open') return;
  await callNext(trip, page, call);
  await showPage(trip, page.id);
}

async function callNext(trip: Trip, page: Page, failed: PageCall): Promise<void> {
  const { tx, now } = trip;
  const next = await tx.pageCall.findFirst({
    where: { pageId: page.id, personId: failed.personId, state: 'planned' },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
  });
  if (next) {
    await tx.pageCall.update({ where: { id: next.id }, data: { dueAt: now } });
    return;
  }
  const rows = await tx.pageCall.findMany({ where: { pageId: page.id } });
  if (isLevelAlive({ page, calls: rows.map(callFrom) })) return;
  const look = await lookAtCalls(trip, page);
  if (look.next === 'hold') return stayAtLevel(trip, page, look);
  if (page.level < page.policy.levels.length) return escalatePage(trip, page);
  return callAtLast(trip, page);
}

async function setState({ tx }: Trip, { id }: PageCall, state: CallState): Promise<void> {
  await tx.pageCall.update({ where: { id }, data: { state, dueAt: null } });
}

async function noteFailed(
  trip: Trip,
  page: Page,
  { call, reason }: { call: PageCall; reason: string | null },
): Promise<void> {
  const person = await findPerson(trip.tx, call.personId);
  await recordEvent(trip, {
    customerId: page.customerId,
    transitionId: page.transitionId,
    kind: 'page.escalated',
    visibility: 'internal',
    text: `${person?.name ?? call.personId} could not be reached by ${mediumName(call.via)}: ${reason ?? 'no reason given'}`,
    data: { pageId: page.id, callId: call.id },
  });
}

/** A receipt or a notice never arrived. The page goes on; the vendor should know that somebody cannot see it. */
async function noteUnseen(
  trip: Trip,
  message: { id: string; customerId: string | null; name: string; reason: string | null },
): Promise<void> {
  if (!message.customerId) return;
  const what =
    message.name === 'page-receipt' ? 'The receipt of the page' : 'A message about the page';
  const effect =
    message.name === 'page-receipt' ? ' The customer does not see that help is on its way.' : '';
  await recordEvent(trip, {
    customerId: message.customerId,
    kind: 'note',
    visibility: 'internal',
    // Newer words may fail as well; it is told once.
    externalId: `unseen:${message.id}`,
    text: `${what} could not be delivered: ${message.reason ?? 'no reason given'}${effect}`,
  });
}

async function setFailure({ tx }: Trip, id: string, failureDueAt: Date | null): Promise<void> {
  await tx.message.update({ where: { id }, data: { failureDueAt } });
}
