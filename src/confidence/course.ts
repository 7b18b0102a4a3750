import { hour, plus } from '../shared/time.ts';
import { confidenceAt } from './confidence.ts';
import type { Evidence } from './evidence.ts';
import type { Known } from './known.ts';
import { blank, standingsAt } from './standing.ts';

/** Confidence over the last two weeks, the oldest first, as it would have been worked out then, and what moved it. */
export interface Course {
  readonly points: readonly CoursePoint[];
  readonly causes: readonly Cause[];
}

export interface CoursePoint {
  readonly at: Date;
  /** 0 to 1. */
  readonly value: number;
}

/** Something we learned about them, with the confidence right after it. */
export interface Cause extends CoursePoint {
  readonly kind: Evidence['kind'];
  readonly note: string;
}

const courseSteps = 28;
const stepHours = 12;

/** How confidence went until `now`: a point each half day, and two where something was learned, for there it turns. */
export function courseOf({ outlook, evidence }: Known, now: Date): Course {
  const begin = plus(now, -courseSteps * stepHours * hour);
  const steps = Array.from({ length: courseSteps + 1 }, (_, step) =>
    plus(begin, step * stepHours * hour),
  );
  const told = evidence.filter(one => one.at >= begin && one.at <= now);
  const moments = [...steps, ...told.flatMap(one => [plus(one.at, -1), one.at])];
  const inOrder = moments.toSorted((a, b) => a.getTime() - b.getTime());
  const standings = standingsAt(outlook, evidence, inOrder);
  const points = inOrder.map((at, index) => ({
    at,
    value: confidenceAt(outlook, standings[index] ?? blank, at),
  }));
  const valueAt = new Map(points.map(({ at, value }) => [at.getTime(), value]));
  const causes = told.map(({ kind, note, at }) => ({
    at,
    value: valueAt.get(at.getTime()) ?? 0,
    kind,
    note,
  }));
  return { points, causes };
}
