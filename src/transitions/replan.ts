import { plus, since } from '../shared/time.ts';
import { agreedPlan, type Milestone, type Stretch } from './milestone.ts';

/** A step and its new time. */
export interface PlanMove extends Stretch {
  readonly milestone: Milestone;
}

/**
 * The plan after one step moves to a new time: the step itself first, then what follows it in the order of its new
 * time. A step that has not begun moves only as far as it would overlap with one it comes after; its length stays, an
 * earlier end moves nothing forward, and steps that were planned side by side leave each other alone.
 */
export function replanned(
  slipped: Milestone,
  to: Stretch,
  siblings: readonly Milestone[],
): PlanMove[] {
  const moves: PlanMove[] = [{ milestone: slipped, ...to }];
  const following = siblings
    .filter(({ id, state }) => id !== slipped.id && state === 'planned')
    .sort((a, b) => Number(a.plannedFrom) - Number(b.plannedFrom) || a.position - b.position);
  for (const step of following) {
    const ends = moves
      .filter(({ milestone }) => comesAfter(step, milestone))
      .map(({ until }) => until.getTime());
    const from = new Date(Math.max(step.plannedFrom.getTime(), ...ends));
    const shift = since(step.plannedFrom, from);
    if (shift > 0) moves.push({ milestone: step, from, until: plus(step.plannedUntil, shift) });
  }
  return moves;
}

/** Does a step begin only after another: by what the plan says, else by their times? */
export function comesAfter(step: Milestone, other: Milestone): boolean {
  if (step.after && step.after.length > 0) return step.after.includes(other.key);
  return agreedPlan(other).until <= agreedPlan(step).from;
}
