import { getCustomer } from '../../customers/find-customer.ts';
import { calledFor } from '../../paging/page/page-state.ts';
import type { Trip } from '../../shared/database.ts';
import type { Turn } from '../arrival/turn.ts';
import type { Ringing } from './ringing.ts';

/** The newest page this person is being called for, when they are alone with us; null when none rings. */
export async function findRinging({ tx }: Trip, turn: Turn): Promise<Ringing | null> {
  const { seat } = turn;
  if (seat.kind !== 'direct') return null;
  const page = await tx.page.findFirst({
    where: { state: 'open', ...calledFor(seat.person.id) },
    orderBy: { raisedAt: 'desc' },
  });
  if (!page) return null;
  const { name } = await getCustomer(tx, page.customerId);
  return { pageId: page.id, customerId: page.customerId, customerName: name };
}
