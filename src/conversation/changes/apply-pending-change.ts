import type { Trip } from '../../shared/database.ts';
import { applyChange } from './apply-change.ts';

/** Engine handler: the minute in which a previewed change could be cancelled is over. */
export async function applyPendingChange(trip: Trip, id: string): Promise<void> {
  await applyChange(trip, id);
  await trip.tx.pendingChange.updateMany({ where: { id }, data: { dueAt: null } });
}
