import { z } from 'zod';
import { minute, plus } from '../../shared/time.ts';
import { type Called, type Roster, reachablePeople } from './roster.ts';
import { type Target, targetColumn } from './target.ts';

/** Who is called, in which order, how long each level has, and who at the very end. */
export interface Escalation {
  readonly levels: readonly Level[];
  /** How often the levels are gone through again after the first time. */
  readonly repeat: number;
  /** Called when all that brought nobody; empty = manager, advocate and backup. */
  readonly fallback: readonly Target[];
  /** The round in which the present chase began; a reopened or stalled page is chased anew. */
  readonly firstRound: number;
}

export interface Level {
  readonly to: readonly Target[];
  readonly waitMinutes: number;
  /** `first-available`: all at once. `in-order`: one after the other within the wait. */
  readonly strategy: 'first-available' | 'in-order';
}

/** Where a chase stands. `level` counts from 0; the number of levels itself is the fallback. */
export interface Position {
  readonly level: number;
  readonly round: number;
}

/** One call of one person by one contact method, at its time. */
export interface PlannedCall {
  readonly personId: string;
  readonly via: string;
  readonly address: string | null;
  readonly dueAt: Date;
}

/** What a chase does next: where it then stands, whom it calls, and when it looks again. */
export interface Step {
  readonly position: Position;
  readonly kind: 'level' | 'fallback';
  /** How many times the fallback was called before this step. */
  readonly fallbackCalls: number;
  /** In the order in which they are called; empty only at a fallback that reaches nobody. */
  readonly calls: readonly PlannedCall[];
  readonly dueAt: Date;
}

/** A chase as it stands, with everything a decision about it needs. */
export interface Chase {
  readonly escalation: Escalation;
  readonly roster: Roster;
  /** Every call this page has planned or made so far. */
  readonly called: readonly (Called & { readonly round: number })[];
}

/** Limits and rhythms of a chase. */
export const chasePolicy = {
  /** A level always has this long at least, so that a chase never spins. */
  leastWaitMinutes: 0.25,
  /** With everybody tried, the fallback is called again this often at first, */
  fallbackMinutes: 15,
  /**
   * and less often after so many calls, for as long as it takes: two hours of quarters, half a day of hours,
   * a day of every fourth hour, then once a day. By then it is no longer a call that is missing.
   */
  slowerFallbacks: [
    { afterCalls: 26, minutes: 24 * 60 },
    { afterCalls: 20, minutes: 4 * 60 },
    { afterCalls: 8, minutes: 60 },
  ],
  /** When not even the fallback reaches anybody, whoever comes on duty is looked for this often. */
  nobodyMinutes: 5,
} as const;

/** What a customer without a usable escalation policy gets: a page is never lost for want of a setting. */
export const defaultEscalation: Escalation = {
  levels: [
    { to: [{ role: 'advocate' }], waitMinutes: 5, strategy: 'first-available' },
    { to: [{ role: 'backup' }], waitMinutes: 5, strategy: 'first-available' },
    { to: [{ role: 'manager' }], waitMinutes: 10, strategy: 'first-available' },
  ],
  repeat: 3,
  fallback: [],
  firstRound: 0,
};

const everyRole: readonly Target[] = [
  { role: 'manager' },
  { role: 'advocate' },
  { role: 'backup' },
];

const escalationColumn = z.object({
  levels: z.array(
    z.object({
      to: z.array(targetColumn),
      waitMinutes: z.number().nonnegative(),
      strategy: z.enum(['first-available', 'in-order']).nullish(),
    }),
  ),
  repeat: z.number().int().min(0).max(100),
  fallback: z.array(targetColumn).default([]),
  firstRound: z.number().int().nonnegative().default(0),
});

/** A stored policy as an escalation; anything unreadable is the default, because a page must reach somebody. */
export function escalationFrom(stored: unknown): Escalation {
  const parsed = escalationColumn.safeParse(stored);
  if (!parsed.success) return defaultEscalation;
  const levels = parsed.data.levels.map(level => ({
    ...level,
    strategy: level.strategy ?? ('first-available' as const),
  }));
  return { ...parsed.data, levels };
}

/** The position after this one: next level, next round, or the fallback. */
export function positionAfter({ level, round }: Position, escalation: Escalation): Position {
  const { levels, repeat, firstRound } = escalation;
  if (level + 1 < levels.length) return { level: level + 1, round };
  const isLastRound = round - firstRound >= repeat;
  return { level: isLastRound ? levels.length : 0, round: round + 1 };
}

/**
 * Where a chase goes on after somebody had the page and let it go: the next level, with all repeats ahead of
 * it again; after the last level, a new round.
 */
export function chaseAnew(
  { level, round }: Position,
  escalation: Escalation,
): { readonly position: Position; readonly policy: Escalation } {
  const isLast = level + 1 >= escalation.levels.length;
  if (!isLast) {
    return { position: { level: level + 1, round }, policy: { ...escalation, firstRound: round } };
  }
  return roundAnew(0, round, escalation);
}

/** A new round from a level on, with all repeats ahead of it. */
export function roundAnew(
  level: number,
  round: number,
  escalation: Escalation,
): { readonly position: Position; readonly policy: Escalation } {
  const inLevels = Math.max(0, Math.min(level, escalation.levels.length - 1));
  const next = round + 1;
  return {
    position: { level: inLevels, round: next },
    policy: { ...escalation, firstRound: next },
  };
}

/**
 * The step a chase takes at `from`, or at the first later position that reaches somebody not yet called
 * in its round. Always ends: at the latest with the fallback, which may reach nobody and is tried again.
 */
export function stepFrom(chase: Chase, from: Position, now: Date): Step {
  const { escalation } = chase;
  let position = from;
  while (position.level < escalation.levels.length) {
    const calls = callsAt(chase, position, now);
    const level = escalation.levels[position.level];
    if (level && calls.length > 0) {
      const dueAt = plus(now, waitOf(level) * minute);
      return { position, kind: 'level', fallbackCalls: 0, calls, dueAt };
    }
    position = positionAfter(position, escalation);
  }
  return fallbackStep(chase, position, now);
}

/** The people a position would call at `now`, and by what: those of its targets not yet called in its round. */
export function callsAt(
  { escalation, roster, called }: Chase,
  position: Position,
  now: Date,
): PlannedCall[] {
  const used = called.filter(call => call.round === position.round);
  const level = escalation.levels[position.level];
  if (level) return callsOf(reachablePeople(level, roster, { now, used }), used, now);
  const { fallback } = escalation;
  const to = fallback.length > 0 ? fallback : everyRole;
  const last = { to, waitMinutes: 0, strategy: 'first-available' } as const;
  const calls = callsOf(reachablePeople(last, roster, { now, used }), used, now);
  return calls.length > 0 ? calls : everybodyElse({ escalation, roster, called }, position, now);
}

/** One person's calls by every method they have, from `now` on; none when they are not on the roster. */
export function callsOfPerson(personId: string | null, roster: Roster, now: Date): PlannedCall[] {
  const person = roster.people.find(one => one.id === personId);
  return person
    ? callsOf([{ personId: person.id, afterMinutes: 0, contact: person.contact }], [], now)
    : [];
}

/** How long the level at a position has; the fallback has its rhythm. */
export function waitMinutesAt({ level }: Position, { levels }: Escalation): number {
  const at = levels[level];
  return at ? waitOf(at) : chasePolicy.fallbackMinutes;
}

/** When the fallback itself reaches nobody, everybody on any level is called rather than nobody. */
export function everybodyElse(
  { escalation, roster, called }: Chase,
  position: Position,
  now: Date,
): PlannedCall[] {
  const used = called.filter(call => call.round === position.round);
  const to = [...escalation.levels.flatMap(level => level.to), ...everyRole];
  const all = { to, waitMinutes: 0, strategy: 'first-available' } as const;
  return callsOf(reachablePeople(all, roster, { now, used }), used, now);
}

function fallbackStep(chase: Chase, position: Position, now: Date): Step {
  const { repeat, firstRound } = chase.escalation;
  const fallbackCalls = Math.max(0, position.round - firstRound - repeat - 1);
  const calls = callsAt(chase, position, now);
  const pause = calls.length > 0 ? fallbackPause(fallbackCalls) : chasePolicy.nobodyMinutes;
  return { position, kind: 'fallback', fallbackCalls, calls, dueAt: plus(now, pause * minute) };
}

function fallbackPause(calls: number): number {
  const slower = chasePolicy.slowerFallbacks.find(({ afterCalls }) => calls >= afterCalls);
  return slower?.minutes ?? chasePolicy.fallbackMinutes;
}

function waitOf(level: Level): number {
  return Math.max(level.waitMinutes, chasePolicy.leastWaitMinutes);
}

interface Reached {
  readonly personId: string;
  readonly afterMinutes: number;
  readonly contact: readonly {
    readonly via: string;
    readonly to: string | null;
    readonly afterMinutes: number;
  }[];
}

function callsOf(people: readonly Reached[], used: readonly Called[], now: Date): PlannedCall[] {
  const key = (call: Called) => `${call.personId} ${call.via} ${call.address ?? ''}`;
  const taken = new Set(used.map(key));
  const calls: PlannedCall[] = [];
  for (const { personId, afterMinutes, contact } of people) {
    for (const { via, to, afterMinutes: methodMinutes } of contact) {
      const dueAt = plus(now, (afterMinutes + methodMinutes) * minute);
      const call = { personId, via, address: to, dueAt };
      if (taken.has(key(call))) continue;
      taken.add(key(call));
      calls.push(call);
    }
  }
  return calls;
}
