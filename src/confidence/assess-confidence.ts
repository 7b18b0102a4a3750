import type { Trip } from '../shared/database.ts';
import { type Assessment, assess } from './assessment.ts';
import { getKnown } from './get-known.ts';

/** How confident we may be about a transition's customer now; throws NotFoundError for an unknown transition. */
export async function assessConfidence(
  { tx, now }: Pick<Trip, 'tx' | 'now'>,
  transitionId: string,
): Promise<Assessment> {
  const known = await getKnown({ tx, now }, transitionId);
  return assess(known.outlook, known, now);
}
