import type { Trip } from '../../shared/database.ts';
import { findTransition } from '../../transitions/find-transition.ts';
import { isWindowOpen, type Phase } from '../../transitions/transition.ts';
import type { Rung } from '../cadence/cadence.ts';
import { firstInWindow, firstTime } from '../cadence/first-time.ts';
import { loadScene } from '../cadence/load-scene.ts';
import { checkInPolicy } from '../cadence/policy.ts';
import { savePlan } from '../cadence/save-plan.ts';
import type { Scene } from '../cadence/scene.ts';
import { entryRung } from '../cadence/step.ts';
import { listOpenCheckIns } from './list-open-check-ins.ts';
import { silenceDue } from './silence.ts';

/** What `cadence.lastReason` says when transitions moved the phase and a fresh plan is due. */
export const phaseChanged = 'phase changed';

/**
 * Begins the check-ins of a transition, or moves them into its present phase: first rung, first time.
 * Asks nothing by itself. The same phase twice changes nothing.
 */
export async function startCadence(trip: Trip, transitionId: string): Promise<void> {
  const { tx } = trip;
  const transition = await findTransition(tx, transitionId);
  if (!transition) return;
  const known = await tx.cadence.findUnique({ where: { transitionId } });
  if (known?.phase === transition.phase && known.lastReason !== phaseChanged) return;
  const { start } = checkInPolicy.phases[transition.phase];
  if (!known) {
    const { customerId } = transition;
    await tx.cadence.create({
      data: { transitionId, customerId, rung: start, toldRung: start, lastReason: '' },
    });
  }
  await enterPhase(trip, await loadScene(trip, transitionId));
}

async function enterPhase(trip: Trip, scene: Scene): Promise<void> {
  const { tx, now } = trip;
  const { cadence, transition } = scene;
  const { phase } = transition;
  const rung = entryRung(cadence, phase);
  const entered: Scene = { ...scene, cadence: { ...cadence, rung } };
  await tx.cadence.update({
    where: { transitionId: transition.id },
    data: { phase, previousRung: null, toldRung: toldOf(cadence, phase) },
  });
  if (phase === 'graduated') {
    await tx.checkIn.updateMany({ where: { transitionId: transition.id }, data: { dueAt: null } });
  }
  const isWaiting = await carryOver(trip, entered);
  const at = isWaiting ? null : firstTime(entered, now);
  await savePlan(
    trip,
    { cadence: { ...cadence, previousRung: null } },
    { rung, at, reason: reasonOf(entered) },
  );
}

/** The welcome announces how the preparation and the window go; the rest is said with the next check-in. */
function toldOf({ toldRung }: Scene['cadence'], phase: Phase): Rung | null {
  return phase === 'live' ? checkInPolicy.phases.live.start : toldRung;
}

/** A question that still waits for a word stays the last one: in the window its repeat comes with the first hour. */
async function carryOver(trip: Trip, scene: Scene): Promise<boolean> {
  const { tx, now } = trip;
  const { transition } = scene;
  const open = (await listOpenCheckIns(tx, transition.customerId)).filter(
    one => one.transitionId === transition.id,
  );
  if (transition.phase === 'graduated') return false;
  for (const checkIn of open) {
    const first = isWindowOpen(transition) ? firstInWindow(scene, now) : silenceDue(scene, now);
    const dueAt =
      checkIn.dueAt && checkIn.dueAt < first && checkIn.dueAt > now ? checkIn.dueAt : first;
    await tx.checkIn.update({ where: { id: checkIn.id }, data: { dueAt } });
  }
  return open.length > 0;
}

function reasonOf({ cadence, transition }: Scene): string {
  if (transition.phase === 'graduated') return 'graduated';
  if (cadence.stopped) return 'the customer asked us to stop';
  if (cadence.restingSince) return 'resting after silence';
  return `first of the phase: ${transition.phase}`;
}
