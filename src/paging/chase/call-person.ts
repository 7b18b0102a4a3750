import { editMessages } from '../../delivery/edit-messages.ts';
import type { Trip } from '../../shared/database.ts';
import { minute, plus, second, since } from '../../shared/time.ts';
import type { Page } from '../page/page.ts';
import { tryLockPage } from '../page/page-lock.ts';
import { olderCardFor } from '../show/card-for.ts';
import { loadBrief } from '../show/load-brief.ts';
import { loadPageView } from '../show/load-page-view.ts';
import {
  askedLevel,
  callFrom,
  mayStandInChat,
  type PageCall,
  type PageView,
} from '../show/page-view.ts';
import { showReceipt } from '../show/show-receipt.ts';
import { delayCalls } from './delay-calls.ts';
import { findCallTime } from './find-call-time.ts';
import { reachManagement } from './reach-management.ts';
import { sendCall } from './send-call.ts';

/** A call later than this shows that the engine stood still. */
const lateMilliseconds = minute;

/** Makes a planned call whose time has come: sends the page to the person. A page that somebody has calls nobody. */
export async function callPerson(trip: Trip, pageCallId: string): Promise<void> {
  const { tx, now } = trip;
  const row = await tx.pageCall.findUnique({ where: { id: pageCallId } });
  if (!row) return;
  const call = callFrom(row);
  const page = await tryLockPage(trip, row.pageId);
  if (page === 'busy') return setCall(trip, call.id, { dueAt: plus(now, second) });
  if (call.state !== 'planned') return setCall(trip, call.id, { dueAt: null });
  if (!page || !isWanted(page, call)) {
    return setCall(trip, call.id, { state: 'stood-down', dueAt: null });
  }
  if (call.dueAt && call.dueAt > now) return;
  const turn = await findCallTime(trip, call);
  if (turn) return setCall(trip, call.id, { dueAt: turn });
  await setCall(trip, call.id, { state: 'called', dueAt: null });
  const lateness = call.dueAt ? since(call.dueAt, now) : 0;
  const isLate = lateness > lateMilliseconds;
  const view = await loadPageView(trip, isLate ? await delayCalls(trip, page, lateness) : page);
  await sendCall(trip, { view, call, brief: () => loadBrief(trip, view) });
  await trip.aside(() => reachManagement(trip, view, call.personId));
  await trip.aside(() => closeOlder(trip, view, call));
  await trip.aside(() => showReceipt(trip, view));
}

/** Calls are made while nobody has the page; who has it may still ask somebody to help. */
function isWanted(page: Page, call: PageCall): boolean {
  if (page.state === 'open') return true;
  return page.state === 'acknowledged' && call.level === askedLevel;
}

/** Somebody who is called again has one card with buttons, the newest. */
async function closeOlder(trip: Trip, view: PageView, call: PageCall): Promise<void> {
  const { id, personId, via } = call;
  // A telephone that rings leaves the card as it is: there is no newer one.
  if (via !== 'chat') return;
  const older = view.calls.filter(
    one => one.id !== id && one.personId === personId && mayStandInChat(one),
  );
  const card = olderCardFor(view, personId);
  await editMessages(
    trip,
    older.map(({ messageKey: key }) => ({ key, card })),
  );
}

async function setCall(
  { tx }: Trip,
  id: string,
  data: { state?: PageCall['state']; dueAt: Date | null },
): Promise<void> {
  await tx.pageCall.update({ where: { id }, data });
}
