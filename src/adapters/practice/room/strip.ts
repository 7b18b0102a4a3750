import type { Milestone } from '../../../transitions/milestone.ts';
import type { Transition } from '../../../transitions/transition.ts';

/** How confidence went: each a number from 0 to 1, oldest first. */
export interface Confidence {
  readonly now: number;
  readonly course: readonly number[];
  readonly reasons: readonly string[];
}

/** The quiet line above the seats: where the change stands. */
export interface Strip {
  readonly transition: Transition;
  readonly milestones: readonly Milestone[];
  readonly confidence: Confidence;
  /** When Handrail next asks by itself; null = not planned. */
  readonly nextCheckIn: Date | null;
}
