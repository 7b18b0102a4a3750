import { z } from 'zod';
import type { Trip } from '../shared/database.ts';
import { statement } from '../shared/statement.ts';
import { planAssessment } from './plan-assessment.ts';

const withdraw = statement(
  'withdraw-evidence',
  `UPDATE evidence SET weight = 0, note = note || ' Withdrawn: ' || $2 WHERE key = $1 AND weight > 0
   RETURNING "customerId"`,
  z.object({ customerId: z.string() }),
);

/**
 * A trouble turned out to be none: it counts no longer, its note says why, and confidence is looked at again. Does
 * nothing where there is no such trouble.
 */
export async function withdrawEvidence(
  trip: Trip,
  { key, why }: { readonly key: string; readonly why: string },
): Promise<void> {
  for (const { customerId } of await trip.run(withdraw, [key, why])) {
    await planAssessment(trip, { customerId });
  }
}
