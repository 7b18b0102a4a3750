import type { SharedPromise } from '../promises/promise.ts';
import { day, minute, since } from '../shared/time.ts';
import type { EventKind, SharedEvent } from '../timeline/event.ts';
import { isOnHold, isRunning, type Milestone } from '../transitions/milestone.ts';
import { isWindowOpen, type Transition } from '../transitions/transition.ts';
import type { OnDuty } from './duty.ts';

/** The limits of the situation. */
export const situationPolicy = {
  /** In the window, news older than this is called stale. */
  staleAfterMilliseconds: 30 * minute,
  justHappened: 3,
  /** How many shared facts are read for an answer, whatever the length of the timeline. */
  factsRead: 40,
  promisesRead: 10,
  askAnotherAfterMilliseconds: 10 * minute,
  pageAfterMilliseconds: 20 * minute,
  givenUpAfterMilliseconds: day,
} as const;

/** The open page a customer knows of, and who has it. */
export interface OpenPage {
  readonly raisedAt: Date;
  readonly ownerName: string | null;
  readonly acknowledgedAt: Date | null;
}

/** Everything the fold is made of; all of it may be read by the customer. */
export interface Known {
  readonly customerId: string;
  readonly transitions: readonly Transition[];
  readonly milestones: readonly Milestone[];
  /** Newest first. */
  readonly sharedEvents: readonly SharedEvent[];
  readonly duty: OnDuty;
  readonly promises: readonly SharedPromise[];
  readonly page: OpenPage | null;
  /** The latest transition that is over, for when none is current. */
  readonly completed: Transition | null;
  readonly now: Date;
}

/** One transition as it stands. */
export interface View {
  readonly transition: Transition;
  readonly now: Date;
  readonly running: readonly Milestone[];
  readonly rolledBack: readonly Milestone[];
  /** Planned for now, and nobody has reported that it began. */
  readonly due: readonly Milestone[];
  readonly next: Milestone | null;
  readonly isOnHold: boolean;
  readonly rest: Rest;
}

/** What is true when no step is underway. */
export type Rest =
  | { readonly kind: 'before' }
  | { readonly kind: 'between' }
  | { readonly kind: 'no-steps' }
  /** `at`: since when; null where nobody has said of any step when it ended. */
  | { readonly kind: 'all-done'; readonly at: Date | null }
  | { readonly kind: 'all-cancelled' }
  | { readonly kind: 'after' };

export type Freshness =
  | { readonly kind: 'fresh'; readonly asOf: Date | null }
  | { readonly kind: 'stale'; readonly last: SharedEvent | null; readonly since: Date };

/** What is happening, for the customer. */
export interface Situation {
  readonly customerId: string;
  readonly views: readonly View[];
  readonly completed: Transition | null;
  readonly happened: readonly SharedEvent[];
  readonly duty: OnDuty;
  readonly promises: readonly SharedPromise[];
  readonly page: OpenPage | null;
  readonly freshness: Freshness;
  readonly now: Date;
}

/** Folds what is known into the situation: a pure function of shared facts, the plan and who is on duty. */
export function foldSituation(known: Known): Situation {
  const { customerId, transitions, milestones, duty, promises, page, completed, now } = known;
  const views = transitions.map(transition => view(transition, milestones, now));
  return {
    customerId,
    views,
    completed: views.length === 0 ? completed : null,
    happened: justHappened(known),
    duty,
    promises,
    page,
    freshness: freshnessOf(known),
    now,
  };
}

function view(transition: Transition, all: readonly Milestone[], now: Date): View {
  const steps = all.filter(({ transitionId }) => transitionId === transition.id);
  const open = steps.filter(one => one.state === 'planned' && !isOnHold(one, steps));
  return {
    transition,
    now,
    running: steps.filter(isRunning),
    rolledBack: steps.filter(({ state }) => state === 'rolled-back'),
    due: open.filter(({ plannedFrom }) => plannedFrom <= now),
    next: open.find(({ plannedFrom }) => plannedFrom > now) ?? null,
    isOnHold: steps.some(one => isOnHold(one, steps)),
    rest: restOf(transition, steps),
  };
}

function restOf({ phase }: Transition, steps: readonly Milestone[]): Rest {
  if (phase === 'preparing') return { kind: 'before' };
  if (phase !== 'live') return { kind: 'after' };
  if (steps.length === 0) return { kind: 'no-steps' };
  if (steps.every(({ state }) => state === 'cancelled')) return { kind: 'all-cancelled' };
  const isOver = steps.every(({ state }) => state === 'done' || state === 'cancelled');
  if (!isOver) return { kind: 'between' };
  const ends = steps.flatMap(({ endedAt }) => (endedAt ? [endedAt.getTime()] : []));
  return { kind: 'all-done', at: ends.length > 0 ? new Date(Math.max(...ends)) : null };
}

/** Facts that tell a customer something; the rest is our own bookkeeping with it. */
const telling: ReadonlySet<EventKind> = new Set<EventKind>([
  'note',
  'external',
  'milestone.planned',
  'milestone.underway',
  'milestone.done',
  'milestone.late',
  'milestone.slipped',
  'milestone.cancelled',
  'milestone.rolled-back',
  'phase.changed',
  'window.opened',
  'window.closed',
  'page.raised',
  'page.acknowledged',
  'page.reassigned',
  'page.updated',
  'page.resolved',
  'page.reopened',
  'promise.made',
  'promise.kept',
  'promise.missed',
]);

/** True for a fact worth telling. */
export function isTelling({ kind }: { readonly kind: EventKind }): boolean {
  return telling.has(kind);
}

/** What can be news: everything worth telling but the cry for it. */
export const newsKinds: readonly EventKind[] = [...telling].filter(kind => kind !== 'page.raised');

/** News comes from somebody or from the plan's own steps; what the clock alone concluded is none. */
export function isNews({ kind, data }: Pick<SharedEvent, 'kind' | 'data'>): boolean {
  return newsKinds.includes(kind) && data.automatic !== true;
}

/** Facts newest first, without the beginning of a step whose end (or whatever came of it) is among them. */
export function withoutBegun(events: readonly SharedEvent[]): SharedEvent[] {
  const seen = new Set<unknown>();
  return events.filter(({ kind, data: { milestoneId } }) => {
    const isOlder = seen.has(milestoneId);
    if (typeof milestoneId === 'string') seen.add(milestoneId);
    return kind !== 'milestone.underway' || !isOlder;
  });
}

function justHappened({ sharedEvents, milestones }: Known): SharedEvent[] {
  const running = new Set(milestones.filter(isRunning).map(({ id }) => id));
  const seen = new Set<string>();
  const happened = sharedEvents.filter(event => {
    if (!isTelling(event)) return false;
    const { milestoneId } = event.data;
    if (typeof milestoneId !== 'string') return true;
    const isOlder = seen.has(milestoneId);
    seen.add(milestoneId);
    // What is underway stands under "Now"; of each step only its newest fact is said.
    return !isOlder && !running.has(milestoneId);
  });
  return happened.slice(0, situationPolicy.justHappened);
}

function freshnessOf({ sharedEvents, transitions, now }: Known): Freshness {
  const last = sharedEvents.find(isNews) ?? null;
  const opened = transitions.filter(isWindowOpen).map(({ phaseSince }) => phaseSince.getTime());
  if (opened.length > 0) {
    const from = Math.max(Math.min(...opened), last?.at.getTime() ?? 0);
    if (since(new Date(from), now) > situationPolicy.staleAfterMilliseconds) {
      return { kind: 'stale', last, since: new Date(from) };
    }
  }
  const newest = last ?? sharedEvents.find(isTelling);
  return { kind: 'fresh', asOf: newest?.at ?? null };
}
