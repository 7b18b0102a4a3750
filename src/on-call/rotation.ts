import { day, firstShowing, minute, zoneOf } from '../shared/time.ts';

/** People who take turns on one wall clock. */
export interface Rotation {
  /** Length of one turn in days of the wall clock; 0.5 hands over every twelve hours. */
  readonly everyDays: number;
  /** The first hand-over on the schedule's wall clock, "2026-03-02T09:00". */
  readonly start: string;
  readonly people: readonly string[];
}

/** The number of the turn that runs at that instant, negative before the start; null without people. */
export function turnAt(rotation: Rotation, timeZone: string, at: Date): number | null {
  const start = reading(rotation.start);
  const zone = zoneOf(timeZone);
  if (rotation.people.length === 0 || Number.isNaN(start) || !zone.isValid) return null;
  const here = at.getTime() + zone.offset(at.getTime()) * minute;
  let turn = Math.floor((here - start) / (rotation.everyDays * day));
  // The wall clock jumps when clocks change, so the estimate may be off by a turn.
  while (handOver(rotation, timeZone, turn) > at) turn -= 1;
  while (handOver(rotation, timeZone, turn + 1) <= at) turn += 1;
  return turn;
}

/** Whose turn has this number; null before the rotation begins. */
export function personOfTurn({ people }: Rotation, turn: number | null): string | null {
  return turn === null || turn < 0 ? null : (people[turn % people.length] ?? null);
}

/** When that turn begins: counted on the wall clock, so that 09:00 stays 09:00 when clocks change. */
export function handOver(rotation: Rotation, timeZone: string, turn: number): Date {
  const shown = reading(rotation.start) + turn * rotation.everyDays * day;
  return new Date(firstShowing(shown, timeZone));
}

/** The first hand-over after `at` that changes anything; null where one person has every turn. */
export function handOverAfter(rotation: Rotation, timeZone: string, at: Date): Date | null {
  const turn = turnAt(rotation, timeZone, at);
  const isShared = new Set(rotation.people).size > 1;
  if (turn === null || (!isShared && turn >= 0)) return null;
  return handOver(rotation, timeZone, Math.max(turn + 1, 0));
}

/** A wall-clock reading without a zone, carried as UTC. */
function reading(start: string): number {
  return Date.parse(`${start}Z`);
}
