import type { Customer } from '../../customers/customer.ts';
import { findPerson } from '../../customers/find-person.ts';
import type { Person } from '../../customers/person.ts';
import { recognisePerson } from '../../customers/recognise-person.ts';
import { localPlatform } from '../../delivery/find-way.ts';
import type { Trip } from '../../shared/database.ts';
import type { Inbound } from './inbound.ts';

/**
 * Who this is, in `here` (the customer whose shared place it is) or alone with us; null = nobody we know.
 * In rehearsals and the practice room people have our own ids; everybody else is known by their account.
 */
export async function findSpeaker(
  trip: Trip,
  from: Inbound['from'],
  here: Customer | null,
): Promise<Person | null> {
  if (from.platform !== localPlatform) return recognisePerson(trip, from, here);
  const person = await findPerson(trip.tx, from.user);
  return person?.active ? person : null;
}
