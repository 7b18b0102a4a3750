import type { Phase } from '../../transitions/transition.ts';
import {
  belongs,
  type Cadence,
  clampRung,
  compareRungs,
  type Rung,
  rungs,
  slowerRung,
} from './cadence.ts';
import { checkInPolicy } from './policy.ts';

export interface Bounds {
  readonly min: Rung;
  readonly max: Rung;
}

type Bounded = Pick<Cadence, 'boundMin' | 'boundMax'>;

/** The bounds that hold: a manager's where they belong to the phase, else the phase's; the window's cannot be left. */
export function boundsOf({ boundMin, boundMax }: Bounded, phase: Phase): Bounds {
  const own: Bounds = checkInPolicy.phases[phase];
  const set = (rung: Rung | null): Rung | null => {
    if (rung === null || !belongs(rung, phase)) return null;
    return phase === 'live' ? clampRung(rung, own) : rung;
  };
  const [setMin, setMax] = [set(boundMin), set(boundMax)];
  const min = setMin ?? own.min;
  const max = setMax ?? own.max;
  if (compareRungs(min, max) <= 0) return { min, max };
  // One of the two is the phase's and the manager's own lies beyond it: the manager's counts.
  return setMax ? { min: max, max } : { min, max: min };
}

type Wishes = Bounded & Pick<Cadence, 'notQuicker' | 'notSlower'>;

/**
 * The rung moved within the bounds, and then to where the customer asked for it: the customer has the
 * last word. Wishes about days and wishes about the hours of the window do not cross over, except that
 * whoever asked for less before the window is asked every two hours in it.
 */
export function permittedRung(rung: Rung, cadence: Wishes, phase: Phase): Rung {
  if (rung === 'on-request') return rung;
  let permitted = clampRung(rung, boundsOf(cadence, phase));
  const { notQuicker, notSlower } = wishesIn(cadence, phase);
  if (notSlower && compareRungs(permitted, notSlower) > 0) permitted = notSlower;
  if (notQuicker && compareRungs(permitted, notQuicker) < 0) permitted = notQuicker;
  return permitted;
}

type Wished = Pick<Cadence, 'notQuicker' | 'notSlower'>;

function wishesIn({ notQuicker, notSlower }: Wished, phase: Phase): Wished {
  const own = (rung: Rung | null): Rung | null => (rung && belongs(rung, phase) ? rung : null);
  const isLessInWindow = phase === 'live' && notQuicker !== null && !belongs(notQuicker, phase);
  return { notQuicker: isLessInWindow ? '2h' : own(notQuicker), notSlower: own(notSlower) };
}

/** The rung a manager holds, where it belongs to the phase; null = it moves by itself. */
export function heldRung(cadence: Held, phase: Phase): Rung | null {
  const { pinned, pinnedRung } = cadence;
  if (!pinned || !pinnedRung || !belongs(pinnedRung, phase)) return null;
  return permittedRung(pinnedRung, cadence, phase);
}

type Held = Wishes & Pick<Cadence, 'pinned' | 'pinnedRung'>;

/** Inspection theory: the interval, in business hours, at which asking costs as much as not knowing. */
export function idealHours(rate: number, closeness: number): number {
  return Math.sqrt((2 * closeness) / rate);
}

/** The rung nearest to so many business hours, on a logarithmic scale. */
export function nearestRung(hours: number): Rung {
  const distance = (rung: Rung): number =>
    Math.abs(Math.log(checkInPolicy.rungHours[rung] / hours));
  return rungs.reduce((best, rung) => (distance(rung) < distance(best) ? rung : best));
}

export interface StepState {
  readonly cadence: Held & Pick<Cadence, 'rung' | 'closeness'>;
  readonly phase: Phase;
  /** Troubles per business hour. */
  readonly rate: number;
  /** An expected bad spell goes on, or a worry is fresh: no step outwards before that is over. */
  readonly isUnsettled?: boolean;
}

/**
 * The rung that trouble, bounds and wishes ask for. In the window the phase's own rung holds; outside it
 * the model never asks more than once a day by itself, because more would be over the contact budget.
 */
export function wantedRung({ cadence, phase, rate }: StepState): Rung {
  const { start } = checkInPolicy.phases.live;
  if (phase === 'live') return permittedRung(start, cadence, phase);
  const nearest = nearestRung(idealHours(rate, cadence.closeness));
  return permittedRung(clampRung(nearest, { min: '1d', max: '2w' }), cadence, phase);
}

/** What just happened, as far as the ladder cares. */
export type StepCause = 'answered' | 'worried' | 'time';

/**
 * The next rung: quicker at once, slower by one rung and only right after an answer that was not a
 * worry. Silence and the passing of time never make it slower; a worry makes it daily, and in the window closer.
 */
export function nextRung(standing: StepState, occasion: StepCause): Rung {
  const { cadence, phase } = standing;
  const held = heldRung(cadence, phase);
  if (held) return held;
  const { rung } = cadence;
  if (phase === 'live' && occasion === 'worried') {
    return permittedRung(checkInPolicy.phases.live.min, cadence, phase);
  }
  const wanted =
    occasion === 'worried' ? permittedRung('1d', cadence, phase) : wantedRung(standing);
  if (compareRungs(wanted, rung) <= 0) return wanted;
  if (occasion !== 'answered' || standing.isUnsettled) return rung;
  return slowerRung(rung) === 'on-request' ? rung : slowerRung(rung);
}

/** The rung with which a phase begins: the one that is held, else its own start; becoming steady is no step by itself. */
export function entryRung(cadence: Held & Pick<Cadence, 'rung' | 'phase'>, phase: Phase): Rung {
  const held = heldRung(cadence, phase);
  if (held) return held;
  const isKept = phase === 'steady' && cadence.phase === 'settling';
  return permittedRung(isKept ? cadence.rung : checkInPolicy.phases[phase].start, cadence, phase);
}
