import type { Target } from './target.ts';

/** One rung of the ladder: who is called, and how long they have. */
export interface Level {
  readonly to: readonly Target[];
  readonly waitMinutes: number;
  /** `first-available`: all at once. `in-order`: one after the other within the wait. */
  readonly strategy: 'first-available' | 'in-order';
  /** Only by this way, whatever else somebody has; by every way they have when left out. */
  readonly by?: 'chat' | undefined;
  /** Each only in their own working hours; at any hour when left out. */
  readonly when?: 'working-hours' | undefined;
}
