import type { Assessment } from '../../confidence/assessment.ts';
import type { Evidence } from '../../confidence/evidence.ts';
import type { Outlook } from '../../confidence/outlook.ts';
import type { Customer } from '../../customers/customer.ts';
import { since } from '../../shared/time.ts';
import { isWindowOpen, type Transition } from '../../transitions/transition.ts';
import type { Cadence } from './cadence.ts';
import { checkInPolicy } from './policy.ts';

/** Everything one decision about a transition's check-ins knows. */
export interface Scene {
  readonly cadence: Cadence;
  readonly transition: Transition;
  readonly customer: Customer;
  readonly outlook: Outlook;
  readonly evidence: readonly Evidence[];
  readonly assessment: Assessment;
  /** A milestone is being worked on right now. */
  readonly isUnderway: boolean;
  /** The time of day check-ins come, "10:00": the morning, or when this customer usually answers. */
  readonly usualTime: string;
}

/**
 * True while check-ins run round the clock: the window is open, on plan or for some hours beyond it while
 * work goes on. A window that nobody closed is no reason to write at night.
 */
export function runsRoundTheClock({ transition, isUnderway }: Scene, at: Date): boolean {
  if (!isWindowOpen(transition)) return false;
  if (at < transition.windowUntil) return true;
  return isUnderway && since(transition.windowUntil, at) < checkInPolicy.longestOverrunMilliseconds;
}

/** The next time as we may tell it: what lies beyond a change of phase will be planned afresh, so it is not promised. */
export function promised({ transition }: Pick<Scene, 'transition'>, at: Date | null): Date | null {
  const { phase, windowFrom, windowUntil } = transition;
  if (at === null) return null;
  const end = phase === 'preparing' ? windowFrom : phase === 'live' ? windowUntil : null;
  return end === null || at < end ? at : null;
}
