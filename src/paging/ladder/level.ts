import type { Target } from './target.ts';

/** One rung of the ladder: who is called, and how long they have. */
export interface Level {
  readonly to: readonly Target[];
  readonly waitMinutes: number;
  /** `first-available`: all at once. `in-order`: one after the other within the wait. */
  readonly strategy: 'first-available' | 'in-order';
}
