import type { Trip } from '../shared/database.ts';
import { getBasis, loadBasis } from './get-basis.ts';
import { type ConfidenceSubject, type Known, knownAt } from './known.ts';

/** What is known about a transition and its customer now; throws NotFoundError for an unknown one. */
export async function getKnown(
  trip: Pick<Trip, 'tx' | 'now'>,
  transitionId: string,
): Promise<Known> {
  return knownAt(await getBasis(trip, transitionId), trip.now);
}

/** The same for a transition and customer that are loaded already. */
export async function findKnown(
  trip: Pick<Trip, 'tx' | 'now'>,
  subject: ConfidenceSubject,
): Promise<Known> {
  return knownAt(await loadBasis(trip, subject), trip.now);
}
