import { z } from 'zod';

/** A stretch in which somebody is away. */
export interface Absence {
  readonly from: Date;
  readonly until: Date;
}

const column = z.array(z.object({ from: z.coerce.date(), until: z.coerce.date() }));

/** Absences as their column has them. */
export function absencesFrom(stored: unknown): Absence[] {
  return column.parse(stored);
}

/** The same stretches in order, those that touch or overlap as one. */
export function joined(absences: readonly Absence[]): Absence[] {
  const all: Absence[] = [];
  const inOrder = absences.toSorted((a, b) => a.from.getTime() - b.from.getTime());
  for (const { from, until } of inOrder) {
    const last = all.at(-1);
    if (!last || from > last.until) all.push({ from, until });
    else if (until > last.until) all[all.length - 1] = { from: last.from, until };
  }
  return all;
}

/** True when somebody is away at any moment of the stretch. */
export function isAway(absences: readonly Absence[], { from, until }: Absence): boolean {
  return absences.some(one => one.from < until && from < one.until);
}
