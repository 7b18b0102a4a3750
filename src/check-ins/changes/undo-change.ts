import { findPerson } from '../../customers/find-person.ts';
import type { Trip } from '../../shared/database.ts';
import { recordEvent } from '../../timeline/record-event.ts';
import { rungWords } from '../cadence/cadence.ts';
import { settable } from '../cadence/cadence-record.ts';
import { findScene } from '../cadence/load-scene.ts';
import type { Scene } from '../cadence/scene.ts';
import { heldRung, permittedRung } from '../cadence/step.ts';
import { recordColumn } from './cadence-change.ts';
import { saveChange } from './save-change.ts';
import { writeAudit } from './write-audit.ts';

/**
 * Takes back one change of a cadence: what it changed becomes what it was, everything changed since by
 * others stays. Twice does nothing; a customer's own wish is not undone.
 */
export async function undoChange(
  trip: Trip,
  { auditId, byId }: { readonly auditId: string; readonly byId: string },
): Promise<'undone' | 'already' | 'not-found'> {
  const { tx, now } = trip;
  const audit = await tx.audit.findUnique({ where: { id: auditId } });
  if (audit?.action !== 'cadence.change') return 'not-found';
  if (audit.undoneAt) return 'already';
  const before = await findScene(trip, audit.subject);
  if (!before) return 'not-found';
  const was = recordColumn.parse(audit.before);
  const became = recordColumn.parse(audit.after);
  const back = settable.filter(key => String(was[key]) !== String(became[key]));
  const restored = Object.fromEntries(back.map(key => [key, was[key]]));
  const cadence = { ...before.cadence, ...restored };
  const { phase } = before.transition;
  const rung = heldRung(cadence, phase) ?? permittedRung(cadence.rung, cadence, phase);
  const scene: Scene = { ...before, cadence: { ...cadence, rung } };
  await saveChange(trip, before, scene);
  await tx.audit.update({ where: { id: auditId }, data: { undoneAt: now } });
  await writeAudit(trip, {
    before,
    scene,
    byId,
    why: `undo of ${auditId}`,
    action: 'cadence.undo',
  });
  const person = await findPerson(tx, byId);
  await recordEvent(trip, {
    customerId: scene.customer.id,
    transitionId: scene.transition.id,
    kind: 'cadence.changed',
    visibility: 'internal',
    text: `${person?.name ?? byId} took back a change: check-ins ${rungWords(rung)} again.`,
    authorId: byId,
  });
  return 'undone';
}
