import type { Trip } from '../shared/database.ts';
import { earliest } from '../shared/time.ts';
import { type Assessment, assess } from './assessment.ts';
import { getBasis } from './get-basis.ts';
import { knownAt } from './known.ts';

/** How confident we may be about a transition's customer at each of these moments, from one look; throws NotFoundError for an unknown transition. */
export async function compareConfidence(
  { tx, now }: Pick<Trip, 'tx' | 'now'>,
  transitionId: string,
  moments: readonly Date[],
): Promise<Assessment[]> {
  const basis = await getBasis({ tx, now: earliest(moments) ?? now }, transitionId);
  return moments.map(moment => {
    const known = knownAt(basis, moment);
    return assess(known.outlook, known, moment);
  });
}
