import type { Trip } from '../../shared/database.ts';
import type { PlannedCall } from '../ladder/chase.ts';
import type { Brief } from '../show/brief.ts';
import { drawAside } from '../show/draw-aside.ts';
import { gatherBrief } from '../show/gather-brief.ts';
import { loadNewView } from '../show/load-new-view.ts';
import type { PageCall, PageView } from '../show/page-view.ts';
import { showNewPage } from '../show/show-new-page.ts';
import { alarmAtStep, type StepOfPage } from './alarm-at-step.ts';
import { findCallTime } from './find-call-time.ts';
import { type CallToPlan, planCalls } from './plan-calls.ts';
import { reachManagement } from './reach-management.ts';
import { sendCall } from './send-call.ts';

export type BegunPage = StepOfPage & Pick<PageView, 'customer'>;

/**
 * Plans the calls of a new page, makes those that are due now, and shows it once, as it then is: in the trip that raised
 * it, so that nobody waits for a second look. Calls that cannot be made here, and those a medium's limits hold back, stay
 * planned for the engine: a page is never lost because it could not be said at once. Returns the calls as they stand.
 */
export async function beginCalling(trip: Trip, begun: BegunPage): Promise<readonly PageCall[]> {
  const { page, step } = begun;
  await alarmAtStep(trip, begun);
  const said = await trip.aside(async () => {
    const calls: CallToPlan[] = [];
    for (const call of step.calls) calls.push(await dueCall(trip, call));
    const view = await planned(trip, begun, calls);
    await say(trip, view);
    return view.calls;
  });
  if ('value' in said) return said.value;
  const view = await planned(trip, begun, step.calls);
  await drawAside(trip, page.id, () => showNewPage(trip, view));
  return view.calls;
}

async function dueCall(trip: Trip, call: PlannedCall): Promise<CallToPlan> {
  const isDue = call.dueAt <= trip.now && (await findCallTime(trip, call)) === null;
  return isDue ? { ...call, dueAt: null } : call;
}

async function planned(
  trip: Trip,
  { page, customer, roster, step }: BegunPage,
  calls: readonly CallToPlan[],
): Promise<PageView> {
  const written = await planCalls(trip, { page, position: step.position, calls });
  return loadNewView(trip, { page, customer, roster, calls: written });
}

async function say(trip: Trip, view: PageView): Promise<void> {
  let gathered: Promise<Brief> | null = null;
  const brief = () => {
    gathered ??= gatherBrief(trip, view);
    return gathered;
  };
  for (const call of view.calls.filter(({ state }) => state === 'called')) {
    await sendCall(trip, { view, call, brief });
    await reachManagement(trip, view, call.personId);
  }
  await showNewPage(trip, view);
}
