import type { Customer } from '../customers/customer.ts';
import { findPresence } from '../customers/find-presence.ts';
import type { Trip } from '../shared/database.ts';
import { earliest } from '../shared/time.ts';

/**
 * When somebody of the vendor's is there for this customer again: in their working hours, or as soon as a window of the
 * customer's opens. Null while they are there: at work, or in an open window.
 */
export async function findBackAt(
  { tx, now }: Pick<Trip, 'tx' | 'now'>,
  { id: customerId }: Pick<Customer, 'id'>,
  personId: string,
): Promise<Date | null> {
  const { isAtWork, backAt } = await findPresence({ tx, now }, personId);
  if (isAtWork) return null;
  const open = await tx.transition.count({ where: { customerId, phase: 'live' } });
  if (open > 0) return null;
  const next = await tx.transition.findFirst({
    where: { customerId, phase: 'preparing', windowFrom: { gt: now } },
    orderBy: { windowFrom: 'asc' },
  });
  return earliest([backAt, next?.windowFrom]);
}
