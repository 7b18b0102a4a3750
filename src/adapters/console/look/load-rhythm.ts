import type { Rung } from '../../../check-ins/cadence/cadence.ts';
import type { Expected } from '../../../check-ins/cadence/expected.ts';
import { forecast } from '../../../check-ins/cadence/forecast.ts';
import { findScene } from '../../../check-ins/cadence/load-scene.ts';
import { explainCadence } from '../../../check-ins/changes/explain-cadence.ts';
import { assess } from '../../../confidence/assessment.ts';
import { confidenceAt } from '../../../confidence/confidence.ts';
import type { Evidence } from '../../../confidence/evidence.ts';
import { findKnown } from '../../../confidence/get-known.ts';
import { blank, standingsAt } from '../../../confidence/standing.ts';
import type { Customer } from '../../../customers/customer.ts';
import type { Audience, Text } from '../../../delivery/audience.ts';
import type { Trip } from '../../../shared/database.ts';
import { hour, plus } from '../../../shared/time.ts';
import type { Transition } from '../../../transitions/transition.ts';

/** How often a customer is asked about one transition, why, and when next. */
export interface Rhythm {
  readonly transition: Transition;
  /** Null while nobody is asked. */
  readonly rung: Rung | null;
  readonly confidence: number;
  readonly reasons: readonly string[];
  readonly course: Course;
  readonly why: readonly Text<Audience>[];
  /** The next check-ins, if each is answered well and nothing happens. */
  readonly next: readonly Expected[];
}

/** Confidence over the last two weeks, the oldest first, as it would have been worked out then, and what moved it. */
export interface Course {
  readonly points: readonly CoursePoint[];
  readonly causes: readonly Cause[];
}

export interface CoursePoint {
  readonly at: Date;
  readonly value: number;
}

/** Something we learned about them, with the confidence right after it. */
export interface Cause extends CoursePoint {
  readonly kind: Evidence['kind'];
  readonly note: string;
}

const courseSteps = 28;
const stepHours = 12;

/** How one transition of a customer stands, and how it is asked about. */
export async function loadRhythm(
  trip: Trip,
  transition: Transition,
  customer: Customer,
): Promise<Rhythm> {
  const { tx, now } = trip;
  const { outlook, evidence } = await findKnown(trip, { transition, customer });
  const { confidence, reasons } = assess(outlook, { evidence, customer }, now);
  const begin = plus(now, -courseSteps * stepHours * hour);
  const steps = Array.from({ length: courseSteps + 1 }, (_, step) =>
    plus(begin, step * stepHours * hour),
  );
  const told = evidence.filter(one => one.at >= begin && one.at <= now);
  // The curve turns where something was learned, not at the next even step.
  const moments = [...steps, ...told.flatMap(one => [plus(one.at, -1), one.at])];
  const inOrder = moments.toSorted((a, b) => a.getTime() - b.getTime());
  const standings = standingsAt(outlook, evidence, inOrder);
  const points = inOrder.map((at, index) => ({
    at,
    value: confidenceAt(outlook, standings[index] ?? blank, at),
  }));
  const valueAt = new Map(points.map(({ at, value }) => [at.getTime(), value]));
  const scene = await findScene(trip, transition.id);
  return {
    transition,
    rung: scene?.cadence.rung ?? null,
    confidence,
    reasons,
    course: {
      points,
      causes: told.map(({ kind, note, at }) => ({
        at,
        value: valueAt.get(at.getTime()) ?? confidence,
        kind,
        note,
      })),
    },
    why: scene ? (await explainCadence(tx, now, transition.id)).paragraphs : [],
    next: scene && !scene.cadence.stopped ? forecast(scene, scene.cadence.dueAt) : [],
  };
}
