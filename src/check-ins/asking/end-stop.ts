import type { Trip } from '../../shared/database.ts';
import { clampRung } from '../cadence/cadence.ts';
import { savePlan } from '../cadence/save-plan.ts';
import type { Scene } from '../cadence/scene.ts';
import { nextSlot } from '../cadence/slot.ts';
import { boundsOf } from '../cadence/step.ts';

/** The customer had said stop and then declined the end: check-ins go on, weekly. */
export async function endStop(trip: Trip, scene: Scene): Promise<void> {
  const { tx, now } = trip;
  const { cadence, transition } = scene;
  const rung = clampRung('1w', boundsOf(cadence, transition.phase));
  await tx.cadence.update({ where: { transitionId: transition.id }, data: { stopped: false } });
  const going: Scene = { ...scene, cadence: { ...cadence, stopped: false, rung } };
  await savePlan(trip, scene, {
    rung,
    at: nextSlot(going, now),
    reason: 'the customer wants it to go on',
  });
}
