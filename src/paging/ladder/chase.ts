import { nextBusinessTime } from '../../shared/business-hours.ts';
import { day, earliest, minute, plus } from '../../shared/time.ts';
import type { Escalation } from './escalation.ts';
import type { Level } from './level.ts';
import { type Position, positionAfter } from './position.ts';
import { type Called, type CallTurn, type Roster, reachablePeople } from './roster.ts';
import type { Target } from './target.ts';

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

const everyRole: readonly Target[] = [
  { role: 'manager' },
  { role: 'advocate' },
  { role: 'backup' },
];

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
      const dueAt = plus(beginOf(calls, level, now), waitOf(level) * minute);
      return { position, kind: 'level', fallbackCalls: 0, calls, dueAt };
    }
    position = positionAfter(position, escalation);
  }
  return fallbackStep(chase, position, now);
}

/** Where a page stands from this step on, in its columns. */
export function standingWith({ position, dueAt }: Step, now: Date) {
  return { level: position.level, round: position.round, levelSince: now, dueAt };
}

/** The people a position would call at `now`, and by what: those of its targets not yet called in its round. */
export function callsAt(
  { escalation, roster, called }: Chase,
  position: Position,
  now: Date,
): PlannedCall[] {
  const used = called.filter(call => call.round === position.round);
  const level = escalation.levels[position.level];
  if (level) return callsAtLevel(level, { roster, used, now });
  const calls = callsAtLevel(lastLevel(escalation), { roster, used, now });
  return calls.length > 0 || escalation.isGentle
    ? calls
    : everybodyElse({ escalation, roster, called }, position, now);
}

interface Asking {
  readonly roster: Roster;
  readonly used: readonly Called[];
  readonly now: Date;
}

function callsAtLevel(level: Level, { roster, used, now }: Asking): PlannedCall[] {
  const turns = reachablePeople(level, roster, { now, used });
  if (level.when === undefined) return callsOf(turns, used, now);
  return turns.flatMap(turn => callsOf([turn], used, nextBusinessTime(now, turn.working)));
}

/** Who is called when all that brought nobody. */
function lastLevel({ fallback, isGentle }: Escalation): Level {
  const to = fallback.length > 0 ? fallback : everyRole;
  const last = { to, waitMinutes: 0, strategy: 'first-available' } as const;
  return isGentle ? { ...last, by: 'chat', when: 'working-hours' } : last;
}

/** Where people are called in their morning only, a level begins with the first of these calls. */
function beginOf(calls: readonly PlannedCall[], { when }: Level, now: Date): Date {
  if (when === undefined) return now;
  const first = earliest(calls.map(({ dueAt }) => dueAt));
  return first && first > now ? first : now;
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
  const { isGentle } = chase.escalation;
  if (isGentle) {
    const dueAt = plus(beginOf(calls, lastLevel(chase.escalation), now), day);
    return { position, kind: 'fallback', fallbackCalls, calls, dueAt };
  }
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

function callsOf(
  people: readonly Omit<CallTurn, 'working'>[],
  used: readonly Called[],
  now: Date,
): PlannedCall[] {
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
