import type { Trip } from '../../shared/database.ts';
import { listCustomerNames } from '../naming/list-customer-names.ts';
import { type Reply, refusal } from '../replies/reply.ts';
import { addPendingChange } from './add-pending-change.ts';
import { appliedCard } from './applied-card.ts';
import { applyChange } from './apply-change.ts';
import { type PendingCadence, pendingFrom } from './pending-change.ts';

export interface SeenChange {
  readonly actorId: string;
  readonly pending: PendingCadence;
}

/** Makes a change at once whose preview was seen in a form; audited and undone like any other. */
export async function makeChange(trip: Trip, { actorId, pending }: SeenChange): Promise<Reply[]> {
  const { tx, now } = trip;
  const id = await addPendingChange(trip, { actorId, pending, dueAt: null });
  if ((await applyChange(trip, id)) !== 'applied') return [refusal()];
  const row = await tx.pendingChange.findUniqueOrThrow({ where: { id } });
  const made = pendingFrom(row.change);
  const names = await listCustomerNames(
    tx,
    made.items.map(item => item.customerId),
  );
  const card = appliedCard({ pending: made, names, at: now });
  return [{ card, key: `change:${id}`, isPrivate: true }];
}
