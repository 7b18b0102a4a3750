import { listOwnPages } from '../../paging/page/list-own-pages.ts';
import type { Trip } from '../../shared/database.ts';
import type { Turn } from '../arrival/turn.ts';
import type { Ringing } from './ringing.ts';

/** The newest page this person is being called for, when they are alone with us; null when none rings. */
export async function findRinging(trip: Trip, { seat }: Turn): Promise<Ringing | null> {
  if (seat.kind !== 'direct') return null;
  const pages = await listOwnPages(trip, seat.person.id);
  const page = pages.findLast(({ state, isCalled }) => state === 'open' && isCalled);
  if (!page) return null;
  return { pageId: page.id, customerId: page.customerId, customerName: page.customerName };
}
