import { nextLook } from '../readiness/next-look.ts';
import type { Trip } from '../shared/database.ts';
import { since } from '../shared/time.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { changePhase } from '../transitions/change-phase.ts';
import { transitionFrom } from '../transitions/transition.ts';
import { chunksOf } from './chunks.ts';
import { difference, note, type Report } from './difference.ts';
import { inChunks } from './in-chunks.ts';
import { insertion } from './insertion.ts';
import { movedWindowWords } from './plan-words.ts';
import type { Setup } from './setup.ts';
import { openingPhase, type TransitionPlan, transitionPlans } from './transition-rows.ts';

/** What happened to transitions, as far as their steps need to know. */
export interface SavedTransitions {
  readonly isNew: ReadonlySet<string>;
  /** By how many milliseconds a window as a whole was moved. */
  readonly shifts: ReadonlyMap<string, number>;
}

type TransitionRow = TransitionPlan &
  ReturnType<typeof openingPhase> & { readonly dueAt: Date; readonly reachDueAt: Date | null };

const insertTransitions = insertion<TransitionRow>('transition', [
  'id',
  'key',
  'customerId',
  'kind',
  'name',
  'windowFrom',
  'windowUntil',
  'phase',
  'phaseSince',
  'dueAt',
  'reachDueAt',
]);

/** Writes the plans of transitions. What is running keeps its state. */
export async function saveTransitions(
  trip: Trip,
  setup: Setup,
  report: Report,
): Promise<SavedTransitions> {
  const { tx, now, run } = trip;
  const wanted = setup.customers.flatMap(transitionPlans);
  const known = await inChunks(wanted, rows =>
    tx.transition.findMany({ where: { id: { in: rows.map(({ id }) => id) } } }),
  );
  const found = difference(wanted, known);
  for (const plans of chunksOf(found.created)) {
    const opened = plans.map(plan => ({
      ...plan,
      ...openingPhase(plan, now),
      dueAt: now,
      reachDueAt: nextLook(plan, now),
    }));
    await run(insertTransitions, [JSON.stringify(opened)]);
  }
  const zones = new Map(setup.customers.map(({ id, timeZone }) => [id, timeZone]));
  for (const { row, before } of found.changed) {
    await changePlan(trip, { plan: row, before, timeZone: zones.get(row.customerId) ?? 'UTC' });
  }
  note(report, { kind: 'transition', found });
  return {
    isNew: new Set(found.created.map(({ id }) => id)),
    shifts: new Map(found.changed.map(({ row, before }) => [row.id, shiftOf(before, row)])),
  };
}

type Window = Pick<TransitionPlan, 'windowFrom' | 'windowUntil'>;

/** 0 also when both ends moved differently: then each step's new time is news of its own. */
function shiftOf(before: Window, after: Window): number {
  const from = since(before.windowFrom, after.windowFrom);
  return from === since(before.windowUntil, after.windowUntil) ? from : 0;
}

interface Changed {
  readonly plan: TransitionPlan;
  readonly before: Parameters<typeof transitionFrom>[0];
  readonly timeZone: string;
}

/** A moved window is a fact; a window that is ahead again puts a begun transition back into preparation. */
async function changePlan(trip: Trip, { plan, before, timeZone }: Changed): Promise<void> {
  const { tx, now } = trip;
  const { phase } = before;
  const dueAt = phase === 'graduated' ? null : now;
  const reachDueAt = nextLook(plan, now);
  await tx.transition.update({ where: { id: plan.id }, data: { ...plan, dueAt, reachDueAt } });
  const isMoved =
    plan.windowFrom.getTime() !== before.windowFrom.getTime() ||
    plan.windowUntil.getTime() !== before.windowUntil.getTime();
  if (!isMoved || phase === 'graduated') return;
  await recordEvent(trip, {
    customerId: plan.customerId,
    transitionId: plan.id,
    kind: 'milestone.planned',
    visibility: 'shared',
    text: movedWindowWords(plan, timeZone),
  });
  if (plan.windowFrom > now && (phase === 'live' || phase === 'settling')) {
    const transition = transitionFrom({ ...before, ...plan });
    await changePhase(trip, transition, { to: 'preparing', since: now });
  }
}
