import { findCustomer } from '../../customers/find-customer.ts';
import { mayDo } from '../../customers/permission.ts';
import type { ActionId } from '../../delivery/card.ts';
import type { Trip } from '../../shared/database.ts';
import { actorOf, placeCustomerOf, type Turn } from '../arrival/turn.ts';
import type { Subject } from './find-subject.ts';

/** May whoever pressed do this to every customer it is about? */
export async function mayPress(
  trip: Trip,
  turn: Turn,
  { action, subject }: { action: ActionId; subject: Subject },
): Promise<boolean> {
  for (const customerId of subject.customerIds) {
    const customer = await findCustomer(trip.tx, customerId);
    const about = {
      customerId,
      managerId: customer?.managerId ?? null,
      pagedIds: subject.pagedIds,
      askerId: subject.askerId,
      placeCustomerId: placeCustomerOf(turn)?.id ?? null,
    };
    if (!customer || !mayDo(action, actorOf(turn), about)) return false;
  }
  if (subject.customerIds.length > 0) return true;
  const { pagedIds, askerId } = subject;
  const nobodys = { customerId: '', managerId: null, placeCustomerId: null };
  return pagedIds.length > 0 && mayDo(action, actorOf(turn), { ...nobodys, pagedIds, askerId });
}
