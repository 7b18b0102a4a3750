import type { Trip } from '../shared/database.ts';
import { findWorkingHours } from './find-working-hours.ts';
import { type Presence, presenceAt } from './working-hours.ts';

/** Is this vendor person at work now, and if not, when are they back? Nobody's leave is known here. */
export async function findPresence(
  trip: Pick<Trip, 'tx' | 'now'>,
  personId: string,
): Promise<Presence> {
  return presenceAt(trip.now, await findWorkingHours(trip, personId));
}
