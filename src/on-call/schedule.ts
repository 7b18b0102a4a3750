import { z } from 'zod';
import { day, earliest, isoInstant, plus, zoneOf } from '../shared/time.ts';
import { type DutyHours, hoursEdgeAfter, isInHours } from './duty-hours.ts';
import { handOverAfter, personOfTurn, type Rotation, turnAt } from './rotation.ts';

/** Who is on call when, on one wall clock: layers of people taking turns, and the exceptions to them. */
export interface Schedule {
  readonly id: string;
  /** The zone whose wall clock the hand-overs follow. */
  readonly timeZone: string;
  /** Where two have somebody, the later one in the list counts. */
  readonly layers: readonly Layer[];
  /** Before every layer; where two overlap, the later one in the list counts. */
  readonly overrides: readonly Override[];
}

/** People taking turns, at all hours or only at some. */
export interface Layer {
  readonly rotation: Rotation;
  /** Any of these; empty means at all hours. */
  readonly only: readonly DutyHours[];
}

export interface Override {
  readonly from: Date;
  readonly until: Date;
  readonly personId: string;
}

/** Somebody on call, until somebody else (or nobody) is; null for always. */
export interface Duty {
  readonly personId: string;
  readonly until: Date | null;
}

export interface Gap {
  readonly from: Date;
  readonly until: Date;
}

/** A stretch of one person's duty, as far as it lies within what was asked for. */
export interface Shift extends Gap {
  readonly personId: string;
}

const layersColumn = z.array(
  z.object({
    rotation: z.object({
      everyDays: z.number().positive(),
      start: z.string(),
      people: z.array(z.string()),
    }),
    only: z.array(z.object({ days: z.array(z.number()), from: z.string(), until: z.string() })),
  }),
);

const overridesColumn = z.array(
  z.object({ from: z.string(), until: z.string(), personId: z.string() }),
);

/** How many hand-overs, and how long, ahead a change of person is looked for. */
const horizon = { edges: 1_000, days: 400 };

/** A stored row as a schedule; override times without an offset are on the schedule's wall clock. */
export function scheduleFrom(row: {
  id: string;
  timeZone: string;
  layers: unknown;
  overrides: unknown;
}): Schedule {
  const { id, timeZone } = row;
  const instant = (iso: string) => isoInstant(iso, timeZone);
  return {
    id,
    timeZone,
    layers: layersColumn.parse(row.layers),
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
  return { personId, until: changeAfter(schedule, at)?.at ?? null };
}

/** The next person after the one on call at that instant, and from when; null when nobody else is in sight. */
export function nextOnCall(
  schedule: Schedule,
  at: Date,
): { readonly personId: string; readonly from: Date } | null {
  let from = at;
  for (let changes = 0; changes < 10; changes += 1) {
    const change = changeAfter(schedule, from);
    if (!change) return null;
    if (change.personId !== null) return { personId: change.personId, from: change.at };
    from = change.at;
  }
  return null;
}

/** Who is on call between two instants, stretch by stretch; where nobody is, nothing stands. */
export function shiftsOf(schedule: Schedule, from: Date, until: Date): Shift[] {
  return stretchesOf(schedule, from, until).flatMap(({ personId, ...stretch }) =>
    personId === null ? [] : [{ ...stretch, personId }],
  );
}

/** The stretches between two instants in which nobody is on call. */
export function gapsOf(schedule: Schedule, from: Date, until: Date): Gap[] {
  return stretchesOf(schedule, from, until).flatMap(({ personId, ...stretch }) =>
    personId === null ? [stretch] : [],
  );
}

/** Who is on call at that instant: by the newest override that covers it, else by the topmost layer that has somebody. */
export function personOnCall(schedule: Schedule, at: Date): string | null {
  const override = schedule.overrides.findLast(one => one.from <= at && at < one.until);
  if (override) return override.personId;
  const { timeZone } = schedule;
  for (const layer of schedule.layers.toReversed()) {
    const personId = personIn(layer, timeZone, at);
    if (personId !== null) return personId;
  }
  return null;
}

/** Everybody who has turns on the schedule, and whoever covers for them now or later, each once. */
export function peopleOf({ layers, overrides }: Schedule, now: Date): string[] {
  const covering = overrides.filter(({ until }) => until > now);
  return [
    ...new Set([
      ...layers.flatMap(({ rotation }) => rotation.people),
      ...covering.map(({ personId }) => personId),
    ]),
  ];
}

function personIn({ rotation, only }: Layer, timeZone: string, at: Date): string | null {
  const personId = personOfTurn(rotation, turnAt(rotation, timeZone, at));
  if (personId === null || only.length === 0) return personId;
  return only.some(hours => isInHours(hours, timeZone, at)) ? personId : null;
}

function stretchesOf(schedule: Schedule, from: Date, until: Date) {
  const stretches: { from: Date; until: Date; personId: string | null }[] = [];
  let at = from;
  while (at < until) {
    const change = changeAfter(schedule, at);
    const end = change && change.at < until ? change.at : until;
    stretches.push({ from: at, until: end, personId: personOnCall(schedule, at) });
    at = end;
  }
  return stretches;
}

interface Change {
  readonly at: Date;
  readonly personId: string | null;
}

/** The first instant after `at` at which somebody else, or nobody, is on call; null where none is in sight. */
function changeAfter(schedule: Schedule, at: Date): Change | null {
  const now = personOnCall(schedule, at);
  const last = plus(at, horizon.days * day);
  let edge = at;
  for (let edges = 0; edges < horizon.edges; edges += 1) {
    const next = edgeAfter(schedule, edge);
    if (next === null || next > last) return null;
    const personId = personOnCall(schedule, next);
    if (personId !== now) return { at: next, personId };
    edge = next;
  }
  return null;
}

/** The next instant at which the schedule could change: a hand-over, or the edge of an override or of a layer's hours. */
function edgeAfter({ layers, overrides, timeZone }: Schedule, at: Date): Date | null {
  const swaps = overrides.flatMap(({ from, until }) => [from, until]).filter(edge => edge > at);
  if (!zoneOf(timeZone).isValid) return earliest(swaps);
  const turns = layers.flatMap(({ rotation, only }) => [
    handOverAfter(rotation, timeZone, at),
    ...only.map(hours => hoursEdgeAfter(hours, timeZone, at)),
  ]);
  return earliest([...swaps, ...turns]);
}
