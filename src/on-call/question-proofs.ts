import { z } from 'zod';
import type { Trip } from '../shared/database.ts';
import { statement } from '../shared/statement.ts';
import { day, plus } from '../shared/time.ts';

const questionReadiness = statement(
  'question-readiness',
  `INSERT INTO readiness_watch ("personId", "dueAt") SELECT id, $1 FROM person WHERE side = 'vendor' AND active
   ON CONFLICT ("personId") DO UPDATE SET "dueAt" = excluded."dueAt"`,
  z.never(),
);

/** So long before a window everybody is looked at again: a weekend fits in between. */
export const beforeWindow = 3 * day;

const questionLadders = statement(
  'question-ladders',
  `UPDATE transition SET "reachDueAt" = $1
   WHERE "windowFrom" < $2 AND "windowUntil" > $1 AND phase <> 'graduated'`,
  z.never(),
);

/**
 * Who is called, when or how may have changed: every drill whose window is ahead is asked whether it still proves
 * anything, everybody of the vendor's whether they can still be reached, and every ladder whose window is near.
 */
export async function questionProofs({
  tx,
  run,
  now,
}: Pick<Trip, 'tx' | 'run' | 'now'>): Promise<void> {
  await run(questionReadiness, [now]);
  await run(questionLadders, [now, plus(now, beforeWindow)]);
  await tx.drill.updateMany({
    where: { state: 'done', voidedAt: null, dueAt: { not: null } },
    data: { dueAt: now },
  });
}
