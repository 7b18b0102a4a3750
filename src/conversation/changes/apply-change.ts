import { changeCadence } from '../../check-ins/changes/change-cadence.ts';
import { findCustomer } from '../../customers/find-customer.ts';
import { findPerson } from '../../customers/find-person.ts';
import { mayDo } from '../../customers/permission.ts';
import { editMessage } from '../../delivery/edit-message.ts';
import type { Json, Trip } from '../../shared/database.ts';
import { listCustomerNames } from '../naming/list-customer-names.ts';
import { appliedCard } from './applied-card.ts';
import { type PendingCadence, pendingFrom } from './pending-change.ts';

/** Makes a change that was shown before, for everybody it is about, if whoever asked may still do so. */
export async function applyChange(
  trip: Trip,
  id: string,
): Promise<'applied' | 'already' | 'refused'> {
  const { tx } = trip;
  // Two may press at once, or the minute end just then: whoever is second waits here and finds it done.
  await tx.$queryRaw`SELECT id FROM pending_change WHERE id = ${id} FOR UPDATE`;
  const row = await tx.pendingChange.findUnique({ where: { id } });
  if (row?.state !== 'waiting') return 'already';
  const pending = pendingFrom(row.change);
  if (!(await mayStill(trip, row.actorId, pending))) {
    await tx.pendingChange.update({ where: { id }, data: { state: 'cancelled', dueAt: null } });
    return 'refused';
  }
  const auditIds: string[] = [];
  for (const { transitionId } of pending.items) {
    const { change, why } = pending;
    auditIds.push(await changeCadence(trip, { transitionId, change, byId: row.actorId, why }));
  }
  const change = JSON.parse(JSON.stringify({ ...pending, auditIds })) as Json;
  await tx.pendingChange.update({ where: { id }, data: { state: 'applied', dueAt: null, change } });
  await showApplied(trip, id, { ...pending, auditIds });
  return 'applied';
}

async function mayStill(
  trip: Trip,
  actorId: string,
  { command, items }: PendingCadence,
): Promise<boolean> {
  const actor = await findPerson(trip.tx, actorId);
  for (const customerId of new Set(items.map(item => item.customerId))) {
    const customer = await findCustomer(trip.tx, customerId);
    const about = { customerId, managerId: customer?.managerId ?? null, placeCustomerId: null };
    if (!customer || !actor?.active || !mayDo(command, actor, about)) return false;
  }
  return true;
}

/** The preview becomes the receipt, with the way back. */
async function showApplied(trip: Trip, id: string, pending: PendingCadence): Promise<void> {
  const ids = pending.items.map(item => item.customerId);
  const names = await listCustomerNames(trip.tx, ids);
  await editMessage(trip, `change:${id}`, appliedCard({ pending, names, at: trip.now }));
}
