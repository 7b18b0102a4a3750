import type { Json, Trip } from '../../shared/database.ts';
import { recordOf } from '../cadence/cadence-record.ts';
import type { Scene } from '../cadence/scene.ts';

export interface Audited {
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
