import { DateTime } from 'luxon';
import { z } from 'zod';
import { day, inZone, isoInstant } from '../shared/time.ts';

/** People taking turns on one wall clock, and the exceptions to it. */
export interface Schedule {
  readonly id: string;
  /** The zone whose wall clock the hand-overs follow. */
  readonly timeZone: string;
  readonly rotation: Rotation;
  /** Where two overlap, the later one in the list counts. */
  readonly overrides: readonly Override[];
}

export interface Rotation {
  /** Length of one turn in days of the wall clock; 0.5 hands over every twelve hours. */
  readonly everyDays: number;
  /** The first hand-over on the schedule's wall clock, "2026-03-02T09:00". */
  readonly start: string;
  readonly people: readonly string[];
}

export interface Override {
  readonly from: Date;
  readonly until: Date;
  readonly personId: string;
}

/** Somebody on call, until somebody else (or nobody) is. */
export interface Duty {
  readonly personId: string;
  readonly until: Date;
}

export interface Gap {
  readonly from: Date;
  readonly until: Date;
}

const rotationColumn = z.object({
  everyDays: z.number().positive(),
  start: z.string(),
  people: z.array(z.string()),
});

const overridesColumn = z.array(
  z.object({ from: z.string(), until: z.string(), personId: z.string() }),
);

/** How many hand-overs ahead a change of person is looked for. */
const horizon = 400;

/** A stored row as a schedule; override times without an offset are on the schedule's wall clock. */
export function scheduleFrom(row: {
  id: string;
  timeZone: string;
  rotation: unknown;
  overrides: unknown;
}): Schedule {
  const { id, timeZone } = row;
  const instant = (iso: string) => isoInstant(iso, timeZone);
  return {
    id,
    timeZone,
    rotation: rotationColumn.parse(row.rotation),
    overrides: overridesColumn.parse(row.overrides).map(({ from, until, personId }) => ({
      from: instant(from),
      until: instant(until),
      personId,
    })),
  };
}

/** Who is on call at that instant and until when, or null when nobody is. */
export function onCallAt(schedule: Schedule, at: Date): Duty | null {
  const personId = personOnCall(schedule, at);
  if (personId === null) return null;
  return { personId, until: changeAfter(schedule, at).at };
}

/** The next person after the one on call at that instant, and from when; null when nobody else is in sight. */
export function nextOnCall(
  schedule: Schedule,
  at: Date,
): { readonly personId: string; readonly from: Date } | null {
  let from = at;
  for (let changes = 0; changes < 10; changes += 1) {
    const change = changeAfter(schedule, from);
    if (change.personId !== null && change.isChange) {
      return { personId: change.personId, from: change.at };
    }
    if (!change.isChange) return null;
    from = change.at;
  }
  return null;
}

/** The stretches between two instants in which nobody is on call. */
export function gapsOf(schedule: Schedule, from: Date, until: Date): Gap[] {
  const gaps: Gap[] = [];
  let at = from;
  while (at < until) {
    const change = changeAfter(schedule, at);
    const end = change.isChange && change.at < until ? change.at : until;
    if (personOnCall(schedule, at) === null) gaps.push({ from: at, until: end });
    if (end <= at) break;
    at = end;
  }
  return gaps;
}

/** Who is on call at that instant: by the newest override that covers it, else whose turn it is. */
export function personOnCall(schedule: Schedule, at: Date): string | null {
  const override = schedule.overrides.findLast(one => one.from <= at && at < one.until);
  if (override) return override.personId;
  const { people } = schedule.rotation;
  const turn = turnAt(schedule, at);
  return turn === null || turn < 0 ? null : (people[turn % people.length] ?? null);
}

interface Change {
  readonly at: Date;
  readonly personId: string | null;
  /** False when nothing changes within the horizon; `at` is then the horizon itself. */
  readonly isChange: boolean;
}

/** The first instant after `at` at which somebody else, or nobody, is on call. */
function changeAfter(schedule: Schedule, at: Date): Change {
  const now = personOnCall(schedule, at);
  let edge = at;
  for (let edges = 0; edges < horizon; edges += 1) {
    const next = edgeAfter(schedule, edge);
    if (next === null) break;
    edge = next;
    const personId = personOnCall(schedule, edge);
    if (personId !== now) return { at: edge, personId, isChange: true };
  }
  return {
    at: edge > at ? edge : new Date(at.getTime() + 365 * day),
    personId: now,
    isChange: false,
  };
}

/** The next instant at which the schedule could change: a hand-over or the edge of an override. */
function edgeAfter(schedule: Schedule, at: Date): Date | null {
  const turn = turnAt(schedule, at);
  const edges = schedule.overrides.flatMap(({ from, until }) => [from, until]);
  // Where one person does it all, only the start of the rotation changes anything.
  const isShared = new Set(schedule.rotation.people).size > 1;
  if (turn !== null && (isShared || turn < 0))
    edges.push(handOver(schedule, Math.max(turn + 1, 0)));
  const later = edges.filter(edge => edge > at).sort((a, b) => a.getTime() - b.getTime());
  return later[0] ?? null;
}

/** The number of the turn that runs at that instant, negative before the start; null without a rotation. */
function turnAt(schedule: Schedule, at: Date): number | null {
  const { rotation, timeZone } = schedule;
  const start = wall(rotation.start);
  const here = inZone(at, timeZone).setZone('utc', { keepLocalTime: true });
  if (rotation.people.length === 0 || !start.isValid || !here.isValid) return null;
  let turn = Math.floor((here.toMillis() - start.toMillis()) / (rotation.everyDays * day));
  // The wall clock jumps at a DST change, so the estimate may be one turn off.
  while (handOver(schedule, turn) > at) turn -= 1;
  while (handOver(schedule, turn + 1) <= at) turn += 1;
  return turn;
}

/** When that turn begins: counted on the wall clock, so that 09:00 stays 09:00 over a DST change. */
function handOver({ rotation, timeZone }: Schedule, turn: number): Date {
  return wall(rotation.start)
    .plus({ milliseconds: turn * rotation.everyDays * day })
    .setZone(timeZone, { keepLocalTime: true })
    .toJSDate();
}

/** A wall-clock reading without a zone, carried as UTC. */
function wall(reading: string): DateTime {
  return DateTime.fromISO(reading, { zone: 'utc' });
}
