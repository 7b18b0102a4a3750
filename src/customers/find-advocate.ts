import type { Trip } from '../shared/database.ts';
import type { Customer } from './customer.ts';
import { findPerson } from './find-person.ts';
import type { Person } from './person.ts';

/** The person who looks after this customer now: its advocate, else the backup, else the manager. */
export async function findAdvocate(
  { tx }: Pick<Trip, 'tx'>,
  customer: Customer,
): Promise<Person | null> {
  for (const id of [customer.advocateId, customer.backupId, customer.managerId]) {
    const person = await findPerson(tx, id);
    if (person?.active) return person;
  }
  return null;
}
