import { findPerson } from '../../customers/find-person.ts';
import type { Trip } from '../../shared/database.ts';
import { recordEvent } from '../../timeline/record-event.ts';
import { loadScene } from '../cadence/load-scene.ts';
import type { Scene } from '../cadence/scene.ts';
import { type CadenceChange, changed, changeWords } from './cadence-change.ts';
import { saveChange } from './save-change.ts';
import { writeAudit } from './write-audit.ts';

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
  const before = await loadScene(trip, transitionId);
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
