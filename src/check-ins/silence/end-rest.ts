import type { Trip } from '../../shared/database.ts';
import { findScene } from '../cadence/load-scene.ts';
import { savePlan } from '../cadence/save-plan.ts';
import { runsRoundTheClock } from '../cadence/scene.ts';
import { slotAfter } from '../cadence/slot.ts';

/** A human says check-ins may go on after a silence: the next slot, or at once in the window. Nothing while they do not rest. */
export async function endRest(trip: Trip, transitionId: string): Promise<void> {
  const { tx, now } = trip;
  const scene = await findScene(trip, transitionId);
  if (!scene?.cadence.restingSince) return;
  await tx.cadence.update({
    where: { transitionId },
    data: { restingSince: null, restAttempt: null },
  });
  const at = runsRoundTheClock(scene, now) ? now : slotAfter(scene, now);
  await savePlan(trip, scene, { at, reason: 'resumed after silence' });
}
