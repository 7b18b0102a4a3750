import type { Customer } from '../customers/customer.ts';
import { findPresence } from '../customers/find-presence.ts';
import type { Trip } from '../shared/database.ts';
import { earliest } from '../shared/time.ts';
import { findCurrentTransitions } from '../transitions/find-transition.ts';
import { isWindowOpen } from '../transitions/transition.ts';

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
  const current = await findCurrentTransitions(tx, customerId, now);
  if (current.some(isWindowOpen)) return null;
  const openings = current
    .filter(({ phase, windowFrom }) => phase === 'preparing' && windowFrom > now)
    .map(({ windowFrom }) => windowFrom);
  return earliest([backAt, ...openings]);
}
