import type { Customer } from '../customers/customer.ts';
import type { Person } from '../customers/person.ts';
import { shared, type Text, time } from '../delivery/audience.ts';
import type { Trip } from '../shared/database.ts';
import { findBackAt } from './find-back-at.ts';
import { findDuty } from './find-duty.ts';
import { named } from './text.ts';

/**
 * For whoever writes to somebody who is not at work: when they are back, and who is there now. Null while they work, and
 * while a window of the customer's is open, for then they are told at once.
 */
export async function whenBack(
  trip: Trip,
  customer: Customer,
  person: Pick<Person, 'id' | 'name'>,
): Promise<Text<'shared'> | null> {
  const backAt = await findBackAt(trip, customer, person.id);
  if (!backAt) return null;
  const { onCall } = await findDuty(trip, customer);
  const back = shared`${named(person.name)} is back ${time(backAt)}`;
  if (!onCall) return shared`${back}.`;
  if (onCall.personId === person.id) return shared`${back}, and on call for what cannot wait.`;
  return shared`${back}; ${named(onCall.name)} is on call.`;
}
