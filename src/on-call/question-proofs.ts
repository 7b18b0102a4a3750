import { z } from 'zod';
import type { Trip } from '../shared/database.ts';
import { statement } from '../shared/statement.ts';

const questionReadiness = statement(
  'question-readiness',
  `INSERT INTO readiness_watch ("personId", "dueAt") SELECT id, $1 FROM person WHERE side = 'vendor' AND active
   ON CONFLICT ("personId") DO UPDATE SET "dueAt" = excluded."dueAt"`,
  z.never(),
);

/**
 * Who is called, when or how may have changed: every drill whose window is ahead is asked whether it still proves
 * anything, and everybody of the vendor's whether they can still be reached.
 */
export async function questionProofs({
  tx,
  run,
  now,
}: Pick<Trip, 'tx' | 'run' | 'now'>): Promise<void> {
  await run(questionReadiness, [now]);
  await tx.drill.updateMany({
    where: { state: 'done', voidedAt: null, dueAt: { not: null } },
    data: { dueAt: now },
  });
}
