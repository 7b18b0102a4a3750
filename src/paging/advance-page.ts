import type { Trip } from '../shared/database.ts';
import { unreachable } from '../shared/errors.ts';
import { escalatePage } from './chase/escalate-page.ts';
import { lookAtCalls } from './chase/look-at-calls.ts';
import { stayAtLevel } from './chase/stay-at-level.ts';
import { askOwner } from './owner/ask-owner.ts';
import { stallPage } from './owner/stall-page.ts';
import { lookAtOwner } from './page/next-word.ts';
import type { Page } from './page/page.ts';
import { tryLockPage } from './page/page-lock.ts';
import { showPage } from './show/show-page.ts';

/**
 * Looks at a page whose time has come: nobody took it → the next level; its owner is silent → a question, then
 * the next level. One step from now, however late it is, so that a stopped engine does not call everybody at once.
 */
export async function advancePage(trip: Trip, pageId: string): Promise<void> {
  const { tx, now } = trip;
  // The engine holds this row already, so it is never busy.
  const page = await tryLockPage(trip, pageId);
  if (page === null || page === 'busy') return;
  if (page.dueAt === null || page.dueAt > now) return;
  switch (page.state) {
    case 'resolved':
      await tx.page.update({ where: { id: pageId }, data: { dueAt: null } });
      return;
    case 'open':
      if ((await chaseOn(trip, page)) === 'held') return;
      break;
    case 'acknowledged':
      await lookAfterOwner(trip, page);
      break;
    default:
      unreachable(page.state);
  }
  await showPage(trip, pageId);
}

/** `held`: nothing is different for anybody. */
async function chaseOn(trip: Trip, page: Page): Promise<'moved' | 'held'> {
  const look = await lookAtCalls(trip, page);
  if (look.next === 'climb') await escalatePage(trip, page);
  else await stayAtLevel(trip, page, look);
  return look.next === 'hold' ? 'held' : 'moved';
}

async function lookAfterOwner(trip: Trip, page: Page): Promise<void> {
  const look = lookAtOwner(page, trip.now);
  switch (look.next) {
    case 'wait':
      await trip.tx.page.update({ where: { id: page.id }, data: { dueAt: look.dueAt } });
      return;
    case 'ask':
      return askOwner(trip, page, look.dueAt);
    case 'escalate':
      return stallPage(trip, page);
    default:
      unreachable(look);
  }
}
