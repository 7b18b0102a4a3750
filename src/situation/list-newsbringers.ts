import type { Customer } from '../customers/customer.ts';
import { findPerson } from '../customers/find-person.ts';
import type { Person } from '../customers/person.ts';
import type { Trip } from '../shared/database.ts';
import { findDuty } from './find-duty.ts';

/** Who can be asked for news, in order: the advocate, then the backup, who is on call, the manager. Only people who are there. */
export async function listNewsbringers(
  trip: Pick<Trip, 'tx' | 'now'>,
  customer: Customer,
): Promise<Person[]> {
  const { onCall } = await findDuty(trip, customer);
  const ids = [customer.advocateId, customer.backupId, onCall?.personId, customer.managerId];
  const people: Person[] = [];
  for (const id of new Set(ids)) {
    const person = await findPerson(trip.tx, id);
    if (person?.active && person.side === 'vendor') people.push(person);
  }
  return people;
}
