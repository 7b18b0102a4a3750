import { z } from 'zod';
import type { Trip } from '../../shared/database.ts';
import { statement } from '../../shared/statement.ts';
import { tryAside } from '../page/try-aside.ts';
import type { PageCall, PageView } from '../show/page-view.ts';
import { findCallTime } from './find-call-time.ts';
import { sendCall } from './send-call.ts';

const markCalled = statement(
  'mark-called',
  `UPDATE page_call SET state = 'called', "dueAt" = NULL WHERE id = ANY ($1)`,
  z.never(),
);

/**
 * Makes those calls of a new page that are due now, in the trip that raised it, so that nobody waits for a second look;
 * returns the page as it then is. Calls that cannot be made here, and those a medium's limits hold back, stay planned for
 * the engine: a page is never lost because it could not be said at once.
 */
export async function callAtOnce(trip: Trip, view: PageView): Promise<PageView> {
  const made = await tryAside(trip, async () => {
    const due = await listDue(trip, view);
    const ids = due.map(({ id }) => id);
    const asCalled = (call: PageCall): PageCall =>
      ids.includes(call.id) ? { ...call, state: 'called', dueAt: null } : call;
    const after = { ...view, calls: view.calls.map(asCalled) };
    await trip.run(markCalled, [ids]);
    for (const call of due) await sendCall(trip, after, call);
    return after;
  });
  return 'value' in made ? made.value : view;
}

async function listDue(trip: Trip, { calls }: PageView): Promise<PageCall[]> {
  const due: PageCall[] = [];
  for (const call of calls) {
    const isDue = call.dueAt !== null && call.dueAt <= trip.now;
    if (isDue && (await findCallTime(trip, call)) === null) due.push(call);
  }
  return due;
}
