import type { Milestone } from '../../transitions/milestone.ts';
import type { Transition } from '../../transitions/transition.ts';

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

/** One customer in the manager's list. */
export interface PortfolioRow {
  readonly customerId: string;
  readonly name: string;
  readonly confidence: number | null;
  readonly phase: string | null;
  readonly openPages: number;
  readonly isSilent: boolean;
  readonly rung: string | null;
}

/** Those who need a person first, on top; then by how little we may be sure of them. */
export function byRisk(a: PortfolioRow, b: PortfolioRow): number {
  return (
    b.openPages - a.openPages ||
    Number(b.isSilent) - Number(a.isSilent) ||
    (a.confidence ?? 1) - (b.confidence ?? 1) ||
    a.name.localeCompare(b.name)
  );
}
