import { findPerson } from '../customers/find-person.ts';
import type { Json, Trip } from '../shared/database.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { type CadenceChange, changed, changeWords } from './cadence-change.ts';
import { recordOf } from './cadence-record.ts';
import { getScene } from './get-scene.ts';
import { listOpenCheckIns } from './list-open-check-ins.ts';
import { replanned } from './replan.ts';
import { savePlan } from './save-plan.ts';
import type { Scene } from './scene.ts';

export type { CadenceChange } from './cadence-change.ts';

export interface Changing {
  readonly transitionId: string;
  readonly change: CadenceChange;
  readonly byId: string;
  readonly why: string;
}

/** Applies a manager's change to one cadence, writes it to the audit log, and returns the audit id by which it can be undone. */
export async function changeCadence(
  trip: Trip,
  { transitionId, change, byId, why }: Changing,
): Promise<string> {
  const before = await getScene(trip, transitionId);
  const person = await findPerson(trip.tx, byId);
  const cadence = { ...changed(before, change), setBy: byId, setWhy: why === '' ? null : why };
  const scene: Scene = { ...before, cadence };
  await saveChange(trip, before, scene);
  const auditId = await writeAudit(trip, { before, scene, byId, why, action: 'cadence.change' });
  await recordEvent(trip, {
    customerId: scene.customer.id,
    transitionId,
    kind: 'cadence.changed',
    visibility: 'internal',
    text: `${person?.name ?? byId} set check-ins: ${changeWords(change)}.${why === '' ? '' : ` Because ${why}.`}`,
    authorId: byId,
    data: { auditId },
  });
  return auditId;
}

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

interface Audited {
  readonly before: Scene;
  readonly scene: Scene;
  readonly byId: string;
  readonly why: string;
  readonly action: string;
}

/** Writes who changed what and why; returns the id. */
export async function writeAudit({ tx, now, random }: Trip, audited: Audited): Promise<string> {
  const { before, scene, byId, why, action } = audited;
  const id = random.id();
  const after: Json = recordOf(scene.cadence);
  await tx.audit.create({
    data: {
      id,
      at: now,
      actorId: byId,
      action,
      customerId: scene.customer.id,
      subject: scene.transition.id,
      why,
      before: recordOf(before.cadence),
      after,
    },
  });
  return id;
}
