import type { Trip } from '../../shared/database.ts';
import { earliest } from '../../shared/time.ts';
import { type Cadence, compareRungs, type DueFor, type Rung } from '../cadence/cadence.ts';
import { loadScene } from '../cadence/load-scene.ts';
import { savePlan } from '../cadence/save-plan.ts';
import type { Scene } from '../cadence/scene.ts';
import { followUpSlot, isUnsettled, usualNext } from '../cadence/slot.ts';
import { nextRung, type StepCause } from '../cadence/step.ts';

export interface Planned {
  readonly scene: Scene;
  readonly from: Rung;
  readonly rung: Rung;
  readonly at: Date | null;
}

/** After something was heard: the next rung and the next time, by what is known now. A plan that is sooner stays for worries. */
export async function planNext(
  trip: Trip,
  transitionId: string,
  { occasion, askedAt }: { readonly occasion: StepCause; readonly askedAt: Date | null },
): Promise<Planned> {
  const { now } = trip;
  const before = await loadScene(trip, transitionId);
  const { cadence, transition, assessment } = before;
  const { rate } = assessment;
  const state = { cadence, phase: transition.phase, rate, isUnsettled: isUnsettled(before, now) };
  const rung = nextRung(state, occasion);
  const scene: Scene = { ...before, cadence: { ...cadence, rung } };
  if (transition.phase === 'graduated' || cadence.stopped) {
    return { scene, from: cadence.rung, rung: cadence.rung, at: null };
  }
  const isWorried = occasion === 'worried';
  const wished = cadence.dueFor === 'wish' ? future(cadence.dueAt, now) : null;
  const usual = usualNext(scene, askedAt, now);
  const at = isWorried
    ? earliest([usual, followUpSlot(scene, now), future(cadence.dueAt, now)])
    : usual;
  if (wished && !(isWorried && at && at < wished)) {
    await savePlan(trip, before, { rung, at: wished, dueFor: 'wish', reason: cadence.lastReason });
    return { scene, from: cadence.rung, rung, at: wished };
  }
  const step = compareRungs(rung, cadence.rung);
  await savePlan(trip, before, {
    rung,
    at,
    dueFor: isWorried ? dueForTrouble(cadence, { at, askedAt }) : 'slot',
    reason: isWorried ? 'soon, after a worry' : step === 0 ? 'the next slot' : 'a new rhythm',
  });
  return { scene, from: cadence.rung, rung, at };
}

/** Only an answer is told when we ask again; a time that was told before stays told. */
function dueForTrouble(
  { dueFor, dueAt }: Cadence,
  plan: { readonly at: Date | null; readonly askedAt: Date | null },
): DueFor {
  const isTold = dueFor === 'follow-up' && plan.at?.getTime() === dueAt?.getTime();
  return isTold || plan.askedAt !== null ? 'follow-up' : 'concern';
}

function future(at: Date | null, now: Date): Date | null {
  return at && at > now ? at : null;
}
