import { z } from 'zod';
import { shared, type Text, words } from '../delivery/audience.ts';
import { minute, plus, since } from '../shared/time.ts';
import { openly } from '../timeline/event.ts';
import { durationTerm } from './duration.ts';

export const milestoneStates = [
  'planned',
  'underway',
  'done',
  'late',
  'cancelled',
  'rolled-back',
] as const;

/** `late` covers both: not begun in time (no `startedAt`) and running over (with `startedAt`). */
export type MilestoneState = (typeof milestoneStates)[number];

/** One planned step of a transition. */
export interface Milestone {
  readonly id: string;
  readonly key: string;
  readonly transitionId: string;
  readonly customerId: string;
  readonly name: string;
  readonly position: number;
  readonly plannedFrom: Date;
  readonly plannedUntil: Date;
  readonly state: MilestoneState;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
}

const stateColumn = z.enum(milestoneStates);

interface MilestoneRow extends Omit<Milestone, 'state'> {
  state: string;
}

/** A stored row as a milestone. */
export function milestoneFrom(row: MilestoneRow): Milestone {
  return {
    id: row.id,
    key: row.key,
    transitionId: row.transitionId,
    customerId: row.customerId,
    name: row.name,
    position: row.position,
    plannedFrom: row.plannedFrom,
    plannedUntil: row.plannedUntil,
    state: stateColumn.parse(row.state),
    startedAt: row.startedAt,
    endedAt: row.endedAt,
  };
}

/** How long a step may start after its time before it is called late. */
export const startGrace = 10 * minute;

/** The key of the evidence that a step was late. */
export function lateKey({ id }: Pick<Milestone, 'id'>): string {
  return `late:${id}`;
}

/** Ended no later than ten minutes and a tenth of its length after its plan: that is no lateness, whatever was said on the way. */
export function isWithinPlan({ plannedFrom, plannedUntil }: Milestone, endedAt: Date): boolean {
  const grace = startGrace + since(plannedFrom, plannedUntil) / 10;
  return endedAt <= plus(plannedUntil, grace);
}

/** Which moves a person may make. What is not here is refused. */
export const legalMoves: Readonly<Record<MilestoneState, readonly MilestoneState[]>> = {
  planned: ['underway', 'done', 'late', 'cancelled'],
  underway: ['done', 'late', 'cancelled', 'rolled-back', 'planned'],
  late: ['underway', 'done', 'cancelled', 'rolled-back', 'planned'],
  done: ['underway', 'rolled-back'],
  cancelled: ['planned'],
  'rolled-back': ['planned', 'underway', 'cancelled'],
};

/** The state, start and end a milestone has after a legal move at `at`; the dates of a state it is not in are cleared. */
export function moved(
  milestone: Milestone,
  to: MilestoneState,
  at: Date,
): Pick<Milestone, 'state' | 'startedAt' | 'endedAt'> {
  switch (to) {
    case 'planned':
      return { state: to, startedAt: null, endedAt: null };
    case 'underway':
      return { state: to, startedAt: startOf(milestone, at), endedAt: null };
    case 'late':
      return { state: to, startedAt: milestone.startedAt, endedAt: null };
    case 'done':
    case 'cancelled':
    case 'rolled-back':
      return { state: to, startedAt: milestone.startedAt, endedAt: at };
  }
}

/** A step that runs late goes on as it was; a step begun again begins anew. */
function startOf(milestone: Milestone, at: Date): Date {
  return milestone.state === 'late' && milestone.startedAt ? milestone.startedAt : at;
}

/** Steps nobody needs to think of any more. */
export function isOver({ state }: Milestone): boolean {
  return state === 'done' || state === 'cancelled';
}

/** Steps somebody is working on, or should be. */
export function isRunning(milestone: Milestone): boolean {
  return milestone.state === 'underway' || milestone.state === 'late';
}

/** True while an earlier step of the same transition is rolled back: what follows waits for a new plan. */
export function isOnHold(milestone: Milestone, siblings: readonly Milestone[]): boolean {
  if (milestone.state !== 'planned') return false;
  return siblings.some(
    other => other.state === 'rolled-back' && other.position < milestone.position,
  );
}

/** What watching a milestone finds: late now, late no more by a new plan, something to look at later, or nothing. */
export type Watched =
  | { readonly kind: 'late' }
  | { readonly kind: 'no-longer-late'; readonly state: 'planned' | 'underway'; readonly at: Date }
  | { readonly kind: 'later'; readonly at: Date }
  | { readonly kind: 'nothing' };

/** Is it late by the plan? Planned: ten minutes after it should have begun. Underway: from the moment it should have ended. */
export function watch(milestone: Milestone, now: Date): Watched {
  const limit = lateFrom(milestone);
  if (!limit) return { kind: 'nothing' };
  if (milestone.state === 'late') {
    const state = milestone.startedAt ? 'underway' : 'planned';
    return now < limit ? { kind: 'no-longer-late', state, at: limit } : { kind: 'nothing' };
  }
  return now < limit ? { kind: 'later', at: limit } : { kind: 'late' };
}

function lateFrom(milestone: Milestone): Date | null {
  if (milestone.state === 'underway') return finishLimit(milestone);
  if (milestone.state === 'planned') return plus(milestone.plannedFrom, startGrace);
  if (milestone.state !== 'late') return null;
  return milestone.startedAt ? finishLimit(milestone) : plus(milestone.plannedFrom, startGrace);
}

/** The planned end; a step begun only after it is given its planned length, so that it is not late twice at once. */
function finishLimit({ plannedFrom, plannedUntil, startedAt }: Milestone): Date {
  if (!startedAt || startedAt < plannedUntil) return plannedUntil;
  return plus(startedAt, since(plannedFrom, plannedUntil));
}

/** ", ten minutes early", ", an hour late", or nothing within five minutes of the plan. */
export function againstPlan(planned: Date, actual: Date): Text<'shared'> {
  const off = since(planned, actual);
  if (Math.abs(off) < 5 * minute) return shared``;
  const length = durationTerm(Math.abs(off));
  return off < 0 ? shared`, ${length} early` : shared`, ${length} late`;
}

/** What a move means to the customer, in one calm sentence. */
export function moveText(
  milestone: Milestone,
  to: Exclude<MilestoneState, 'late'>,
  at: Date,
): Text<'shared'> {
  const { plannedFrom, plannedUntil, state } = milestone;
  const name = words(openly(milestone.name));
  switch (to) {
    case 'underway':
      if (state === 'late' && milestone.startedAt) return shared`${name}: still running.`;
      if (state === 'done') return shared`${name}: running again.`;
      return shared`${name}: started${againstPlan(plannedFrom, at)}.`;
    case 'done':
      return shared`${name}: done${againstPlan(plannedUntil, at)}.`;
    case 'planned':
      return shared`${name}: back in the plan, not started yet.`;
    case 'cancelled':
      return shared`${name}: cancelled. It is no longer part of the plan.`;
    case 'rolled-back':
      return shared`${name}: rolled back.`;
  }
}

/** True when an earlier step is late as well: this one waits for it, and one slip is told and counted once. */
export function isKnockOn(milestone: Milestone, all: readonly Milestone[]): boolean {
  if (milestone.startedAt) return false;
  return all.some(one => one.state === 'late' && one.position < milestone.position);
}
