import type { Trust } from '../promises/trust.ts';
import type { SharedWords } from '../timeline/event.ts';

/** What a customer's quarter was, as far as facts tell. Everything in it the customer may read. */
export interface QuarterFacts {
  /** "Q1 2026" */
  readonly name: string;
  readonly plan: readonly PlanFacts[];
  readonly calls: CallFacts;
  readonly checkIns: CheckInFacts;
  readonly promises: PromiseFacts;
  readonly bill: BillFacts;
  /** What is different, or was decided, because they said something: they were told of each. */
  readonly changes: readonly ChangeFact[];
  readonly owed: readonly { readonly text: SharedWords; readonly promisedFor: Date }[];
  readonly coming: readonly { readonly name: SharedWords; readonly plannedFrom: Date }[];
}

/** The steps of one change whose time was in the quarter. */
export interface PlanFacts {
  readonly transition: SharedWords;
  readonly steps: number;
  /** Reported done. */
  readonly done: number;
  readonly rolledBack: readonly SharedWords[];
  readonly moved: readonly MovedStep[];
}

export interface MovedStep {
  readonly name: SharedWords;
  readonly from: Date;
  readonly to: Date;
}

/** Their calls for a person. */
export interface CallFacts {
  readonly count: number;
  /** Minutes until somebody had it, of those somebody had. */
  readonly minutes: readonly number[];
  /** Those one of us solved; what they took back themselves is none. */
  readonly solved: number;
  /** Those nobody had, and they did not take back. */
  readonly unheard: number;
}

export interface CheckInFacts {
  readonly asked: number;
  readonly good: number;
  readonly fine: number;
  readonly worried: number;
}

/** What was promised for a time in the quarter. */
export interface PromiseFacts {
  readonly trust: Trust;
  readonly missed: readonly SharedWords[];
}

/** What somebody approved for the bills of the quarter's months. */
export interface BillFacts {
  readonly count: number;
  readonly minutes: number;
  readonly free: number;
  readonly totalMinor: number;
  readonly currency: string | null;
}

export interface ChangeFact {
  readonly step: 'decided' | 'done';
  readonly words: SharedWords;
}

/** Did anything happen that a review could speak of? What is still to come is no quarter. */
export function isTold({ plan, calls, checkIns, promises, bill, changes }: QuarterFacts): boolean {
  const { kept, late, missed } = promises.trust;
  return (
    plan.length + calls.count + bill.count + changes.length + kept + late + missed > 0 ||
    checkIns.good + checkIns.fine + checkIns.worried > 0
  );
}

/** The one in the middle of these numbers; of an even count the lower of the two. */
export function middleOf(numbers: readonly number[]): number | null {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}
