import { z } from 'zod';
import type { Trip } from '../shared/database.ts';
import { statement } from '../shared/statement.ts';

const planOne = statement(
  'plan-assessment',
  `INSERT INTO assessment ("transitionId", "customerId", confidence, "dueAt") VALUES ($1, $2, 0, $3)
   ON CONFLICT ("transitionId") DO UPDATE SET "dueAt" = excluded."dueAt"`,
  z.never(),
);

const planAll = statement(
  'plan-assessments',
  `UPDATE assessment SET "dueAt" = $2 WHERE "customerId" = $1`,
  z.never(),
);

/** Has the confidence of one transition, or of all of a customer's, looked at again in a moment. */
export async function planAssessment(
  { run, now }: Trip,
  { customerId, transitionId }: { readonly customerId: string; readonly transitionId?: string },
): Promise<void> {
  if (transitionId) await run(planOne, [transitionId, customerId, now]);
  else await run(planAll, [customerId, now]);
}
