import { z } from 'zod';
import type { Trip } from '../shared/database.ts';
import { statement } from '../shared/statement.ts';
import { nextNight } from './plan-learning.ts';
import type { TransitionKind } from './policy.ts';

export interface LearningSet {
  readonly kind: TransitionKind;
  readonly act: 'hold' | 'free' | 'reset';
  readonly byId: string;
  readonly why: string | null;
}

/** A reset forgets what was learnt, and what was lived before it teaches no more. */
const set = statement(
  'set-learning',
  `INSERT INTO learnt_curve (kind, pinned, since, "dueAt")
     VALUES ($1, $2 = 'hold', CASE WHEN $2 = 'reset' THEN $3::timestamptz END, $4)
   ON CONFLICT (kind) DO UPDATE SET
     pinned = excluded.pinned,
     since = COALESCE(excluded.since, learnt_curve.since),
     learnt = CASE WHEN $2 = 'reset' THEN NULL ELSE learnt_curve.learnt END,
     "dueAt" = excluded."dueAt"`,
  z.never(),
);

/** Holds what was learnt of a kind, sets it free, or begins anew; written to the audit log with who and why. */
export async function setLearning(
  { tx, run, now, random }: Trip,
  { kind, act, byId, why }: LearningSet,
): Promise<void> {
  await run(set, [kind, act, now, nextNight(now)]);
  await tx.audit.create({
    data: {
      id: random.id(),
      at: now,
      actorId: byId,
      action: `learning.${act}`,
      subject: kind,
      why,
    },
  });
}
