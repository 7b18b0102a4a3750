import type { Customer } from '../../customers/customer.ts';
import type { SharedEvent, TimelineEvent } from '../../timeline/event.ts';
import { type Chase, type PlannedCall, stepFrom } from '../ladder/chase.ts';
import { positionAfter } from '../ladder/position.ts';
import { nameOf, type Roster } from '../ladder/roster.ts';
import type { HandOver } from '../page/hand-over.ts';
import type { Page } from '../page/page.ts';

/** One call of one person by one contact method, as stored. */
export interface PageCall {
  readonly id: string;
  readonly personId: string;
  /** `askedLevel` = asked for help by a colleague, outside the levels. */
  readonly level: number;
  readonly round: number;
  readonly via: string;
  readonly address: string | null;
  readonly state: CallState;
  readonly messageKey: string;
  readonly dueAt: Date | null;
}

/**
 * `stood-down`: no longer expected to answer. `failed`: no connected way to the person. `unheard`: the platform takes
 * nothing from us; it is tried on, and nobody has been called by it yet.
 */
export const callStates = ['planned', 'called', 'unheard', 'failed', 'stood-down'] as const;
export type CallState = (typeof callStates)[number];

/** A card of it may stand in a chat. What never arrived was followed by another call. */
export function mayStandInChat({ via, state }: Pick<PageCall, 'via' | 'state'>): boolean {
  return via === 'chat' && state !== 'planned' && state !== 'failed';
}

/** The level of a call that a colleague asked for. */
export const askedLevel = -1;

/** Somebody's words about a page, by whom and when. */
export interface PageWords {
  readonly personId: string | null;
  readonly text: string;
  readonly at: Date;
}

/** A page with everything that is said about it. */
export interface PageView {
  readonly page: Page;
  readonly customer: Customer;
  readonly roster: Roster;
  readonly calls: readonly PageCall[];
  /** What joined since it was raised, oldest first. */
  readonly words: readonly PageWords[];
  /** Names of everybody who appears in it. */
  readonly names: ReadonlyMap<string, string>;
  /** The partners' people who are in the place in which it was raised. */
  readonly partnersHere: readonly string[];
  /** Who had the page, stayed silent and lost it; null when nobody did. */
  readonly stalledId: string | null;
  /** The newest update the customer may read, since somebody has it. */
  readonly update: SharedEvent | null;
  /** What whoever passed it on last told the next one; null when nobody did. */
  readonly handOver: HandOver | null;
  /** What was done about it before, newest first; for the vendor's eyes. */
  readonly tried: readonly TimelineEvent[];
  readonly now: Date;
}

/** A stored row as a call. A state nobody knows counts as failed, so that the chase goes on. */
export function callFrom(row: Omit<PageCall, 'state'> & { readonly state: string }): PageCall {
  const { id, personId, level, round, via, address, messageKey, dueAt } = row;
  const state = callStates.find(known => known === row.state) ?? 'failed';
  return { id, personId, level, round, via, address, state, messageKey, dueAt };
}

/** The chase behind a page. */
export function chaseOf({
  page,
  roster,
  calls,
}: Pick<PageView, 'page' | 'roster' | 'calls'>): Chase {
  return { escalation: page.policy, roster, called: calls };
}

/** The people being called right now, at the page's own level and round, in order; later turns are left out. */
export function calledNow({
  page,
  calls,
  now,
}: Pick<PageView, 'page' | 'calls' | 'now'>): string[] {
  const present = calls.filter(
    call => call.level === page.level && call.round === page.round && isUnderway(call, now),
  );
  return unique(present.map(call => call.personId));
}

/** The people called earlier in this chase who have not answered, whoever lost the page first. */
export function calledBefore(
  view: Pick<PageView, 'page' | 'calls' | 'now' | 'stalledId'>,
): string[] {
  const { page, calls, stalledId } = view;
  const present = calledNow(view);
  const earlier = calls.filter(
    call =>
      call.state === 'called' && call.level !== askedLevel && call.round >= page.policy.firstRound,
  );
  const ids = earlier.map(call => call.personId);
  return unique(stalledId ? [stalledId, ...ids] : ids).filter(id => !present.includes(id));
}

/** True while somebody at the page's own level may still answer, now or at their turn. */
export function isLevelAlive({ page, calls }: Pick<PageView, 'page' | 'calls'>): boolean {
  return calls.some(
    call =>
      call.level === page.level &&
      call.round === page.round &&
      (call.state === 'planned' || call.state === 'called'),
  );
}

/** Whom the chase calls next if nobody answers, and when. */
export interface PageOutlook {
  readonly at: Date;
  readonly people: readonly string[];
}

/** The next call of an open page, or of an acknowledged one whose owner stays silent. */
export function pageOutlookOf(view: PageView): PageOutlook | null {
  const { page, calls, now } = view;
  if (page.dueAt === null || page.state === 'resolved') return null;
  const called = [...calledNow(view), ...calledBefore(view)];
  const turn = calls
    .filter(call => call.state === 'planned' && call.dueAt && call.dueAt > now)
    .filter(call => !called.includes(call.personId))
    .sort((a, b) => Number(a.dueAt) - Number(b.dueAt))[0];
  if (page.state === 'open' && turn?.dueAt && turn.dueAt < page.dueAt) {
    return { at: turn.dueAt, people: [turn.personId] };
  }
  const step = stepFrom(chaseOf(view), positionAfter(page, page.policy), page.dueAt);
  const first = Math.min(...step.calls.map(call => call.dueAt.getTime()));
  const at = Number.isFinite(first) && first > page.dueAt.getTime() ? new Date(first) : page.dueAt;
  return { at, people: peopleOf(step.calls, at) };
}

/** The people whose turn comes at once. */
export function peopleOf(calls: readonly PlannedCall[], at: Date): string[] {
  const atOnce = calls.filter(call => call.dueAt <= at);
  return unique((atOnce.length > 0 ? atOnce : calls.slice(0, 1)).map(call => call.personId));
}

/** The name of anybody in the view. */
export function nameIn(view: PageView, personId: string | null): string {
  if (personId === null) return 'Somebody';
  return view.names.get(personId) ?? nameOf(personId, view.roster);
}

/** "Maya", "Maya and Tom", "Maya, Tom and Ana". */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function isUnderway(call: PageCall, now: Date): boolean {
  if (call.state === 'called') return true;
  return call.state === 'planned' && call.dueAt !== null && call.dueAt <= now;
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}
