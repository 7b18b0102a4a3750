import type { Rung } from '../../../check-ins/cadence/cadence.ts';
import type { Expected } from '../../../check-ins/cadence/expected.ts';
import { forecast } from '../../../check-ins/cadence/forecast.ts';
import { findScene } from '../../../check-ins/cadence/load-scene.ts';
import { explainCadence } from '../../../check-ins/changes/explain-cadence.ts';
import { assess } from '../../../confidence/assessment.ts';
import { type Course, courseOf } from '../../../confidence/course.ts';
import { findKnown } from '../../../confidence/get-known.ts';
import type { Customer } from '../../../customers/customer.ts';
import type { Audience, Text } from '../../../delivery/audience.ts';
import type { Trip } from '../../../shared/database.ts';
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

/** How one transition of a customer stands, and how it is asked about. */
export async function loadRhythm(
  trip: Trip,
  transition: Transition,
  customer: Customer,
): Promise<Rhythm> {
  const { tx, now } = trip;
  const known = await findKnown(trip, { transition, customer });
  const { confidence, reasons } = assess(known.outlook, known, now);
  const scene = await findScene(trip, transition.id);
  return {
    transition,
    rung: scene?.cadence.rung ?? null,
    confidence,
    reasons,
    course: courseOf(known, now),
    why: scene ? (await explainCadence(tx, now, transition.id)).paragraphs : [],
    next: scene && !scene.cadence.stopped ? forecast(scene, scene.cadence.dueAt) : [],
  };
}
