import type { Json, Trip } from '../../shared/database.ts';
import type { PendingCadence } from './pending-change.ts';

export interface NewChange {
  readonly actorId: string;
  readonly pending: PendingCadence;
  /** When it is made by itself; null = only on a word. */
  readonly dueAt: Date | null;
}

/** Writes a change down as on its way, and returns its id. */
export async function addPendingChange(
  { tx, now, random }: Trip,
  { actorId, pending, dueAt }: NewChange,
): Promise<string> {
  const id = random.id();
  const change = JSON.parse(JSON.stringify(pending)) as Json;
  const row = { id, actorId, change, state: 'waiting', createdAt: now, dueAt };
  await tx.pendingChange.create({ data: row });
  return id;
}
