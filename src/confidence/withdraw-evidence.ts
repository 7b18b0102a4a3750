import { z } from 'zod';
import type { Trip } from '../shared/database.ts';
import { statement } from '../shared/statement.ts';

const withdraw = statement(
  'withdraw-evidence',
  `UPDATE evidence SET weight = 0, note = note || ' Withdrawn: ' || $2 WHERE key = $1 AND weight > 0`,
  z.never(),
);

/** A trouble turned out to be none: it counts no longer, and its note says why. Does nothing where there is no such trouble. */
export async function withdrawEvidence(
  { run }: Trip,
  { key, why }: { readonly key: string; readonly why: string },
): Promise<void> {
  await run(withdraw, [key, why]);
}
