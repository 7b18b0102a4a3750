import { z } from 'zod';
import type { Trip } from '../shared/database.ts';
import { statement } from '../shared/statement.ts';
import { inZone } from '../shared/time.ts';

const plan = statement(
  'plan-learning',
  `INSERT INTO learnt_curve (kind, pinned, "dueAt") VALUES ($1, false, $2)
   ON CONFLICT (kind) DO UPDATE SET "dueAt" = LEAST(learnt_curve."dueAt", excluded."dueAt")`,
  z.never(),
);

/** Has what transitions of this kind teach looked at in the coming night. */
export async function planLearning({ run, now }: Trip, kind: string): Promise<void> {
  await run(plan, [kind, nextNight(now)]);
}

/** Two in the night, in UTC: the curve is the vendor's and belongs to no customer's zone. */
export function nextNight(now: Date): Date {
  return inZone(now, 'UTC').plus({ days: 1 }).startOf('day').plus({ hours: 2 }).toJSDate();
}
