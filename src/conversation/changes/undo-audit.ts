import { undoChange } from '../../check-ins/changes/undo-change.ts';
import type { Trip } from '../../shared/database.ts';
import { listTogether } from './list-together.ts';

/** Takes back a change, with everything that was changed by the same word. */
export async function undoAudit(trip: Trip, auditId: string, byId: string): Promise<number> {
  const ids = await listTogether(trip, auditId);
  for (const id of ids) await undoChange(trip, { auditId: id, byId });
  return ids.length;
}
