import { earliest, minute, plus, since } from '../../../shared/time.ts';
import { isOnHold, type Milestone } from '../../../transitions/milestone.ts';

/** What the people doing the work would report next about one step. */
export interface CrewWork {
  readonly milestoneId: string;
  readonly to: 'underway' | 'done';
  readonly at: Date;
}

/** A step is finished a little before its time, and a late one catches up after this. */
const early = 2 * minute;
const slip = 45 * minute;
/** A start within this is a start in time. */
const grace = 10 * minute;

/**
 * What a practice crew does that keeps to the plan unless somebody says otherwise: starts each step in
 * time, ends it in time, is three quarters of an hour late where it was said to be late, and does not
 * begin what follows before that is over.
 */
export function nextDeeds(milestones: readonly Milestone[]): CrewWork[] {
  return milestones.flatMap((one): CrewWork[] => {
    if (isOnHold(one, milestones) || waitsForAnother(one, milestones)) return [];
    const { id: milestoneId, state, startedAt } = one;
    if (state === 'planned') return [{ milestoneId, to: 'underway', at: one.plannedFrom }];
    if (state === 'late' && !startedAt)
      return [{ milestoneId, to: 'underway', at: plus(one.plannedFrom, slip) }];
    const isSlipping = state === 'late' && !hasBegunLate(one);
    if (state === 'underway' || state === 'late')
      return [{ milestoneId, to: 'done', at: plus(endOf(one), isSlipping ? slip : -early) }];
    return [];
  });
}

/** When the crew does something next; null when there is nothing left to do. */
export function nextWorkAt(milestones: readonly Milestone[]): Date | null {
  return earliest(nextDeeds(milestones).map(({ at }) => at));
}

/** The planned end, or the planned length after a late start. */
function endOf(one: Milestone): Date {
  const { plannedFrom, plannedUntil, startedAt } = one;
  if (!startedAt || !hasBegunLate(one)) return plannedUntil;
  return plus(startedAt, since(plannedFrom, plannedUntil));
}

function hasBegunLate({ plannedFrom, startedAt }: Milestone): boolean {
  return startedAt !== null && since(plannedFrom, startedAt) > grace;
}

function waitsForAnother(one: Milestone, all: readonly Milestone[]): boolean {
  if (one.startedAt) return false;
  return all.some(
    other =>
      other.id !== one.id &&
      other.plannedUntil <= one.plannedFrom &&
      ['planned', 'underway', 'late'].includes(other.state),
  );
}
