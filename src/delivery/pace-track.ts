import { isBefore, plus, second } from '../shared/time.ts';
import type { Limit } from './surface.ts';

/** A message asking for its turn. */
export interface PaceTurn {
  readonly id: string;
  /** Lower goes first. */
  readonly rank: number;
  readonly now: Date;
}

/** What was called and what waits at one address, or in one workspace. */
export interface Track {
  /** When this turn may come under these limits, after everything that goes before it; now when it may at once. */
  nextSlot(limits: readonly Limit[], turn: PaceTurn): Date;
  /** Keeps the turn's place in the queue. */
  wait(turn: PaceTurn, until: Date): void;
  /** The turn has come: counted once for each tag. */
  count(tag: string, turn: PaceTurn): void;
  begin(tag: string, now: Date): void;
  /** True when something was told meanwhile that it is busy here. */
  end(tag: string): boolean;
  isUnderway(tag: string): boolean;
  /** A call that began since then has not ended. */
  isBusy(since: Date): boolean;
  hold(until: Date): void;
  /** Nothing of it matters any more. */
  isIdle(now: Date): boolean;
}

interface Waiting {
  readonly rank: number;
  readonly order: number;
  readonly until: Date;
}

/** A place in the queue is lost when the message does not come for so long: it was withdrawn, or sent elsewhere. */
const graceMilliseconds = 10 * second;

/** Nobody looks further ahead than so many turns. */
const furthest = 500;

/** Calls kept for counting: more than any limit needs, and none longer than the longest limit looks back. */
const mostCalls = 4_000;
const longestMemory = 3_600 * second;

/** The calls of a track that have not ended. */
function createUnderway() {
  const begun = new Map<string, Date>();
  let isMissed = false;
  return {
    begin: (tag: string, now: Date): void => void begun.set(tag, now),
    end(tag: string): boolean {
      begun.delete(tag);
      const wasMissed = isMissed && begun.size === 0;
      if (wasMissed) isMissed = false;
      return wasMissed;
    },
    isUnderway: (tag: string): boolean => begun.has(tag),
    isBusy(since: Date): boolean {
      for (const [tag, at] of begun) if (isBefore(at, since)) begun.delete(tag);
      if (begun.size > 0) isMissed = true;
      return begun.size > 0;
    },
    isNone: (): boolean => begun.size === 0,
  };
}

/** A track on which nothing has happened yet. */
export function createTrack(): Track {
  let calls: { readonly at: number; readonly tag: string }[] = [];
  const waiting = new Map<string, Waiting>();
  const underway = createUnderway();
  let heldUntil = new Date(0);
  let arrivals = 0;

  /** How many of those that wait go before this turn. */
  function ahead({ id, rank, now }: PaceTurn): number {
    const own = waiting.get(id);
    let count = 0;
    for (const [other, place] of waiting) {
      if (isBefore(plus(place.until, graceMilliseconds), now)) waiting.delete(other);
      else if (other === id) continue;
      else if (place.rank < rank) count += 1;
      else if (place.rank === rank && (!own || place.order < own.order)) count += 1;
    }
    return Math.min(count, furthest);
  }

  return {
    nextSlot(limits, turn) {
      const start = Math.max(turn.now.getTime(), heldUntil.getTime());
      if (limits.length === 0) return new Date(start);
      const before = ahead(turn);
      const slots = limits.map(limit => slotAfter(calls, limit, { start, before }));
      return new Date(Math.max(start, ...slots));
    },
    wait({ id, rank }, until) {
      const order = waiting.get(id)?.order ?? arrivals++;
      waiting.set(id, { rank, order, until });
    },
    count(tag, { id, now }) {
      waiting.delete(id);
      if (calls.some(call => call.tag === tag)) return;
      calls.push({ at: now.getTime(), tag });
      const isOld = (calls[0]?.at ?? 0) < now.getTime() - longestMemory;
      if (isOld) calls = calls.filter(({ at }) => at >= now.getTime() - longestMemory);
      if (calls.length > mostCalls) calls = calls.slice(-mostCalls / 2);
    },
    ...underway,
    hold: until => {
      if (isBefore(heldUntil, until)) heldUntil = until;
    },
    isIdle: now =>
      waiting.size === 0 &&
      underway.isNone() &&
      isBefore(heldUntil, now) &&
      (calls.at(-1)?.at ?? 0) < now.getTime() - longestMemory,
  };
}

/** When the limit next leaves room, after `before` others have taken theirs; in milliseconds. */
function slotAfter(
  calls: readonly { readonly at: number }[],
  { calls: most, withinMilliseconds }: Limit,
  { start, before }: { readonly start: number; readonly before: number },
): number {
  const times = calls.slice(-most).map(({ at }) => at);
  let slot = start;
  for (let turn = 0; turn <= before; turn += 1) {
    const oldest = times.length < most ? undefined : times[times.length - most];
    slot = oldest === undefined ? start : Math.max(start, oldest + withinMilliseconds);
    times.push(slot);
  }
  return slot;
}
