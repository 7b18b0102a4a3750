import { internal } from '../../delivery/audience.ts';
import { internalCard } from '../../delivery/card.ts';
import { editMessage } from '../../delivery/edit-message.ts';
import type { Trip } from '../../shared/database.ts';
import { listCustomerNames } from '../naming/list-customer-names.ts';
import { pendingFrom } from './pending-change.ts';

/** Drops a change that was only shown. One that was made already stays; `undo` takes it back. */
export async function cancelChange(trip: Trip, id: string): Promise<'cancelled' | 'already'> {
  const { tx } = trip;
  const { count } = await tx.pendingChange.updateMany({
    where: { id, state: 'waiting' },
    data: { state: 'cancelled', dueAt: null },
  });
  if (count === 0) return 'already';
  const row = await tx.pendingChange.findUniqueOrThrow({ where: { id } });
  const customers = [...new Set(pendingFrom(row.change).items.map(item => item.customerId))];
  const names = await listCustomerNames(tx, customers);
  const customerId = customers.length === 1 ? (customers[0] ?? null) : null;
  const card = internalCard('answer', customerId, {
    body: [internal`Cancelled. Everything stays as it was for ${names.join(', ')}.`],
  });
  await editMessage(trip, `change:${id}`, card);
  return 'cancelled';
}
