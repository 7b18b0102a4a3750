import { layerWords } from '../../../on-call/layer-words.ts';
import { listSchedules } from '../../../on-call/list-schedules.ts';
import {
  type Gap,
  gapsOf,
  type Override,
  onCallAt,
  peopleOf,
  type Shift,
  shiftsOf,
} from '../../../on-call/schedule.ts';
import { listServing } from '../../../readiness/list-serving.ts';
import { type Reachability, reachabilityOf } from '../../../readiness/readiness.ts';
import type { Trip } from '../../../shared/database.ts';
import { day, plus } from '../../../shared/time.ts';
import { listLoads } from '../../../shifts/list-loads.ts';
import type { Load } from '../../../shifts/load.ts';

/** Who is on call by one schedule, now and in the days to come. */
export interface ScheduleLook {
  readonly id: string;
  readonly timeZone: string;
  readonly nowId: string | null;
  readonly until: Date | null;
  readonly shifts: readonly Shift[];
  readonly gaps: readonly Gap[];
  /** Where the look ends; a shift may go on behind it. */
  readonly end: Date;
  /** Who takes turns in each layer, and when, in words. */
  readonly layers: readonly string[];
  /** Exceptions that are not over. */
  readonly overrides: readonly Override[];
}

export interface OnCallLook {
  readonly schedules: readonly ScheduleLook[];
  readonly names: ReadonlyMap<string, string>;
  /** Whoever may be called, by whether anything would wake them. */
  readonly reach: readonly {
    readonly id: string;
    readonly name: string;
    readonly state: Reachability;
  }[];
  /** Of the last four weeks. */
  readonly loads: readonly (Load & { readonly name: string })[];
}

const daysAhead = 14;
const daysBack = 28;

/** Who is called when, where nobody is, whom nothing would wake, and who carried how much. */
export async function loadOnCall(trip: Trip): Promise<OnCallLook> {
  const { tx, now } = trip;
  const until = plus(now, daysAhead * day);
  const known = await listSchedules(tx);
  const named = await tx.person.findMany({
    where: { id: { in: [...new Set(known.flatMap(one => peopleOf(one, now)))] } },
    select: { id: true, name: true },
  });
  const names = new Map(named.map(({ id, name }) => [id, name]));
  const schedules = known.map(schedule => {
    const duty = onCallAt(schedule, now);
    const { id, timeZone } = schedule;
    return {
      id,
      timeZone,
      nowId: duty?.personId ?? null,
      until: duty?.until ?? null,
      shifts: shiftsOf(schedule, now, until),
      gaps: gapsOf(schedule, now, until),
      end: until,
      layers: schedule.layers.map(layer => layerWords(layer, id => names.get(id) ?? id)),
      overrides: schedule.overrides.filter(one => one.until > now),
    };
  });
  const serving = await listServing(trip);
  return {
    schedules,
    names,
    reach: serving.people.map(one => ({
      id: one.person.id,
      name: one.name,
      state: reachabilityOf(one, serving.known),
    })),
    loads: await listLoads(trip, { from: plus(now, -daysBack * day), until: now }),
  };
}
