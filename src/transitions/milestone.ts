import { z } from 'zod';
import { type Side, sideFrom } from '../customers/side.ts';
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

/** From when until when. */
export interface Stretch {
  readonly from: Date;
  readonly until: Date;
}

/** Whose step it is, where the plan names somebody. */
export interface StepOwner {
  readonly personId: string;
  readonly side: Side;
}

/** One planned step of a transition. */
export interface Milestone {
  readonly id: string;
  readonly key: string;
  readonly transitionId: string;
  readonly customerId: string;
  readonly name: string;
  readonly position: number;
  /** As it is planned now, slips included. */
  readonly plannedFrom: Date;
  readonly plannedUntil: Date;
  /** As it was planned before it slipped; left out when it never did. */
  readonly original?: Stretch;
  /** Keys of the steps it comes after; empty or left out = by the order of the plan. */
  readonly after?: readonly string[];
  readonly owner?: StepOwner | null;
  readonly state: MilestoneState;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
}

const stateColumn = z.enum(milestoneStates);

interface MilestoneRow extends Omit<Milestone, 'state' | 'original' | 'owner'> {
  state: string;
  ownerId?: string | null;
  ownedBy?: string | null;
  slippedFrom?: Date | null;
  slippedUntil?: Date | null;
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
    ...planOf(row),
    after: row.after ?? [],
    owner:
      row.ownerId && row.ownedBy ? { personId: row.ownerId, side: sideFrom(row.ownedBy) } : null,
    state: stateColumn.parse(row.state),
    startedAt: row.startedAt,
    endedAt: row.endedAt,
  };
}

function planOf(row: MilestoneRow): Pick<Milestone, 'plannedFrom' | 'plannedUntil' | 'original'> {
  const { plannedFrom, plannedUntil, slippedFrom, slippedUntil } = row;
  if (!slippedFrom || !slippedUntil) return { plannedFrom, plannedUntil };
  const original = { from: plannedFrom, until: plannedUntil };
  return { plannedFrom: slippedFrom, plannedUntil: slippedUntil, original };
}

/** A step of the customer's own: it is never late by the plan, its owner is asked. */
export function isTheirs({ owner }: Pick<Milestone, 'owner'>): boolean {
  return owner?.side === 'customer';
}

/** When a step was to be before anything slipped: what is late is late by that. */
export function agreedPlan({
  plannedFrom,
  plannedUntil,
  original,
}: Pick<Milestone, 'plannedFrom' | 'plannedUntil' | 'original'>): Stretch {
  return original ?? { from: plannedFrom, until: plannedUntil };
}

/** How long after its time a step is asked for of which nobody has said anything. */
export const startGrace = 10 * minute;

/** The key of the evidence that a step was late. */
export function lateKey({ id }: Pick<Milestone, 'id'>): string {
  return `late:${id}`;
}

/** Ten minutes and a tenth of its length after its end a step is late; before, it is within its plan. */
function withGrace({ from, until }: Stretch, end: Date): Date {
  return plus(end, 10 * minute + since(from, until) / 10);
}

/** Ended within its plan: that is no lateness, whatever was said on the way. */
export function isWithinPlan(milestone: Milestone, endedAt: Date): boolean {
  const agreed = agreedPlan(milestone);
  return endedAt <= withGrace(agreed, agreed.until);
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
export function isOver({ state }: Pick<Milestone, 'state'>): boolean {
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

/** What watching a milestone finds: late now, unknown now, late no more by a new plan, something to look at later, or nothing. */
export type Watched =
  | { readonly kind: 'late' }
  | { readonly kind: 'unreported' }
  /** The customer's own: its time has come, and by `at` somebody has said that it is done. */
  | { readonly kind: 'theirs'; readonly at: Date }
  | { readonly kind: 'unconfirmed' }
  | { readonly kind: 'no-longer-late'; readonly state: 'planned' | 'underway'; readonly at: Date }
  | { readonly kind: 'later'; readonly at: Date }
  | { readonly kind: 'nothing' };

/**
 * Is it late by the plan? Only what somebody reported begun can be, once it runs past its end by more than the grace. A
 * step of which nobody said anything is unreported, ten minutes after it should have begun.
 */
export function watch(milestone: Milestone, now: Date): Watched {
  if (isTheirs(milestone)) return watchTheirs(milestone, now);
  const limit = limitOf(milestone);
  if (!limit) return { kind: 'nothing' };
  if (milestone.state === 'late') {
    const state = milestone.startedAt ? 'underway' : 'planned';
    return now < limit ? { kind: 'no-longer-late', state, at: limit } : { kind: 'nothing' };
  }
  if (now < limit) return { kind: 'later', at: limit };
  return { kind: milestone.state === 'planned' ? 'unreported' : 'late' };
}

function watchTheirs(milestone: Milestone, now: Date): Watched {
  const { state, plannedFrom, plannedUntil } = milestone;
  if (state !== 'planned' && state !== 'underway') return { kind: 'nothing' };
  const at = withGrace({ from: plannedFrom, until: plannedUntil }, plannedUntil);
  if (now >= at) return { kind: 'unconfirmed' };
  return now < plannedFrom ? { kind: 'later', at: plannedFrom } : { kind: 'theirs', at };
}

/** True for a step whose time has come and of which nobody has said anything. */
export function isUnreported(milestone: Milestone, now: Date): boolean {
  return milestone.state === 'planned' && watch(milestone, now).kind === 'unreported';
}

/** When a step is looked at next, with its plan around it; null when there is nothing to watch. */
export function watchedFrom(
  milestone: Milestone,
  all: readonly Milestone[],
  now: Date,
): Date | null {
  if (isOnHold(milestone, all)) return null;
  const watched = watch(milestone, now);
  if (watched.kind === 'nothing') return null;
  return watched.kind === 'later' ? watched.at : now;
}

function limitOf(milestone: Milestone): Date | null {
  const { state, startedAt, plannedFrom } = milestone;
  if (state === 'planned' || (state === 'late' && !startedAt)) return plus(plannedFrom, startGrace);
  if (state !== 'underway' && state !== 'late') return null;
  const { plannedUntil: until } = milestone;
  return withGrace({ from: plannedFrom, until }, finishLimit(milestone));
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
  const { state } = milestone;
  const { from: plannedFrom, until: plannedUntil } = agreedPlan(milestone);
  const name = words(openly(milestone.name));
  // Nobody reads of their own step that it was late.
  if (isTheirs(milestone) && to === 'done') return shared`${name}: done.`;
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
