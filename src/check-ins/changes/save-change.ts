import type { Trip } from '../../shared/database.ts';
import { listOpenCheckIns } from '../asking/list-open-check-ins.ts';
import { replanned } from '../cadence/replan.ts';
import { savePlan } from '../cadence/save-plan.ts';
import type { Scene } from '../cadence/scene.ts';

/** Saves a cadence as somebody set it, and plans anew. A question that waits for a word keeps waiting. */
export async function saveChange(trip: Trip, before: Scene, scene: Scene): Promise<void> {
  const { tx, now } = trip;
  const { cadence, transition } = scene;
  await tx.cadence.update({
    where: { transitionId: cadence.transitionId },
    data: {
      boundMin: cadence.boundMin,
      boundMax: cadence.boundMax,
      closeness: cadence.closeness,
      pinned: cadence.pinned,
      pinnedRung: cadence.pinnedRung,
      pausedUntil: cadence.pausedUntil,
      stopped: cadence.stopped,
      notBefore: cadence.notBefore,
      fixedTime: cadence.fixedTime,
      notQuicker: cadence.notQuicker,
      notSlower: cadence.notSlower,
      restingSince: cadence.restingSince,
      restAttempt: cadence.restAttempt,
      setBy: cadence.setBy,
      setWhy: cadence.setWhy,
    },
  });
  const open = await listOpenCheckIns(tx, transition.customerId);
  const isWaiting = open.some(({ transitionId }) => transitionId === transition.id);
  await savePlan(trip, before, {
    rung: cadence.rung,
    at: isWaiting ? null : replanned(scene, now),
    dueFor: cadence.dueFor,
    reason: isWaiting ? 'asked, waiting for an answer' : 'set by a person',
  });
}
