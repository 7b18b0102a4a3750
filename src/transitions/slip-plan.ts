import { shared, type Text, words } from '../delivery/audience.ts';
import { plus, since } from '../shared/time.ts';
import { openly } from '../timeline/event.ts';
import type { LockedPlan } from './lock-plan.ts';
import { isOver, type Milestone, type Stretch } from './milestone.ts';
import { type PlanMove, replanned } from './replan.ts';

/** A new time for a step, and why. */
export interface SlipWish {
  /** The new end of a step that runs or should run; the new beginning of one whose time has not come. */
  readonly to: Date;
  readonly reason: string | null;
}

/** `earlier`: the new time is not later than the old one, so nothing slips. `over`: there is nothing left to move. */
export type PlannedSlip =
  | {
      readonly outcome: 'slipped';
      /** The new time of the step itself. */
      readonly to: Stretch;
      readonly moves: readonly PlanMove[];
      /** What the customer is told of it, before the new times. */
      readonly words: Text<'shared'>;
    }
  | { readonly outcome: 'over' | 'earlier' };

/** What a new time would lead to: which steps move with it, and what the customer would be told. */
export function planSlip(
  { milestone, siblings }: LockedPlan,
  wish: SlipWish,
  now: Date,
): PlannedSlip {
  if (isOver(milestone) || milestone.state === 'rolled-back') return { outcome: 'over' };
  const to = newTimeOf(milestone, wish.to, now);
  if (to.until <= milestone.plannedUntil) return { outcome: 'earlier' };
  const moves = replanned(milestone, to, siblings);
  return { outcome: 'slipped', to, moves, words: slipText(moves, wish) };
}

/** A step that has begun, or should have, ends later; one whose time has not come begins later and keeps its length. */
function newTimeOf(
  { startedAt, plannedFrom, plannedUntil }: Milestone,
  to: Date,
  now: Date,
): Stretch {
  if (startedAt || plannedFrom <= now) return { from: plannedFrom, until: to };
  return { from: to, until: plus(to, since(plannedFrom, plannedUntil)) };
}

/** What happened and why, without a clock: the new times stand beside it as instants. */
function slipText([first, ...others]: readonly PlanMove[], { reason }: SlipWish): Text<'shared'> {
  if (!first) return shared``;
  const name = words(openly(first.milestone.name));
  const isLonger = first.from.getTime() === first.milestone.plannedFrom.getTime();
  const why = reason ? shared`, because ${words(openly(reason.replace(/[.!]$/, '')))}.` : shared`.`;
  const names = others.map(({ milestone }) => milestone.name).join(', ');
  const rest = names ? shared` What follows moves with it: ${words(openly(names))}.` : shared``;
  return isLonger
    ? shared`${name} takes longer than planned${why}${rest}`
    : shared`${name} starts later than planned${why}${rest}`;
}
