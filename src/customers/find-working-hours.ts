import type { Working } from '../shared/business-hours.ts';
import type { Trip } from '../shared/database.ts';
import { businessHoursFrom } from './customer.ts';
import { usualHours } from './working-hours.ts';

/** When a vendor person works, on their own wall clock: the usual hours in UTC for one nobody knows. */
export async function findWorkingHours(
  { tx }: Pick<Trip, 'tx'>,
  personId: string,
): Promise<Working> {
  const person = await tx.person.findUnique({ where: { id: personId } });
  if (!person) return { timeZone: 'UTC', businessHours: usualHours };
  return { timeZone: person.timeZone, businessHours: businessHoursFrom(person.hours) };
}
