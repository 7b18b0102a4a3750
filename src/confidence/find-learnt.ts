import { z } from 'zod';
import type { Tx } from '../shared/database.ts';
import type { Learnt } from './learning.ts';
import type { TransitionKind } from './policy.ts';

const learntColumn = z.object({
  transitions: z.number(),
  level: z.number(),
  stretches: z.array(
    z.object({
      name: z.string(),
      seen: z.number(),
      expected: z.number(),
      factor: z.number(),
      isFound: z.boolean(),
    }),
  ),
});

/** What this vendor's own transitions of a kind have taught so far; null while there are none. */
export async function findLearnt(tx: Tx, kind: TransitionKind): Promise<Learnt | null> {
  const row = await tx.learntCurve.findUnique({ where: { kind } });
  return row?.learnt ? learntColumn.parse(row.learnt) : null;
}

/** The factors of its stretches, as a course takes them. */
export function factorsOf(learnt: Learnt | null): readonly number[] | null {
  return learnt?.stretches.map(({ factor }) => factor) ?? null;
}

/** The factors of every kind of which something was learnt. */
export type LearntFactors = ReadonlyMap<string, readonly number[]>;

/** The same for all kinds at once. */
export async function listLearnt(tx: Tx): Promise<LearntFactors> {
  const rows = await tx.learntCurve.findMany();
  return new Map(
    rows.flatMap(({ kind, learnt }) => {
      const factors = learnt ? factorsOf(learntColumn.parse(learnt)) : null;
      return factors ? [[kind, factors] as const] : [];
    }),
  );
}
