import type { ContactMethod, Person } from '../customers/person.ts';
import type { Gap, Shift } from '../on-call/schedule.ts';
import type { Escalation } from '../paging/ladder/escalation.ts';
import type { Level } from '../paging/ladder/level.ts';
import type { Role, Target } from '../paging/ladder/target.ts';
import { contactsOf, type Known } from '../reach/ways.ts';
import type { Working } from '../shared/business-hours.ts';
import { type Reachability, reachabilityOf, type Stretch } from './readiness.ts';

/** How far a level, or somebody on it, can be relied on. `away`: their calendar says that they are on leave. */
export type Reliance = Reachability | 'away';

/** From the one that helps least. */
const reliances: readonly Reliance[] = ['none', 'chat-only', 'away', 'unconfirmed', 'ready'];

/** Somebody who may stand on a ladder, as they are written and known. */
export interface LadderPerson extends Pick<Person, 'id' | 'name' | 'contact' | 'skills'> {
  readonly working: Working;
  /** When their calendar says that they are away. */
  readonly away: readonly Stretch[];
}

/** Who serves by one schedule in the stretch that is looked at, and when nobody does. */
export interface Turns {
  readonly shifts: readonly Shift[];
  readonly gaps: readonly Gap[];
}

/** Everything a ladder is looked at with: all the people it may name, and one stretch of time. */
export interface Lookout {
  readonly people: ReadonlyMap<string, LadderPerson>;
  readonly turns: ReadonlyMap<string, Turns>;
  readonly known: Known;
  readonly stretch: Stretch;
}

/** Somebody whom a level calls, and whether that would reach them. */
export interface OnLevel {
  readonly id: string;
  readonly name: string;
  readonly reliance: Reliance;
  /** By what they are called, in this order. */
  readonly ways: readonly ContactMethod[];
  /** Their turns, where a schedule names them; null = at any hour. */
  readonly shifts: readonly Stretch[] | null;
}

/** One level as it stands: the best of those it calls, of a schedule the worst of its turns. */
export interface LevelStanding {
  readonly reliance: Reliance;
  readonly people: readonly OnLevel[];
  readonly gaps: readonly (Gap & { readonly scheduleId: string })[];
}

/** Who could be reached on each level of a ladder through the whole stretch, and what is missing. */
export function ladderStanding(
  { levels }: Pick<Escalation, 'levels'>,
  roles: Readonly<Record<Role, string | null>>,
  lookout: Lookout,
): LevelStanding[] {
  return levels.map(level => levelStanding(level, roles, lookout));
}

function levelStanding(
  { to }: Level,
  roles: Readonly<Record<Role, string | null>>,
  lookout: Lookout,
): LevelStanding {
  const units = to.map(target => unitOf(target, roles, lookout));
  const people = units.flatMap(one => one.people);
  return {
    reliance: best(units.map(({ reliance }) => reliance)),
    people: people.filter(({ id }, index) => people.findIndex(one => one.id === id) === index),
    gaps: units.flatMap(({ gaps }) => gaps),
  };
}

function unitOf(
  target: Target,
  roles: Readonly<Record<Role, string | null>>,
  lookout: Lookout,
): LevelStanding {
  if ('schedule' in target) return scheduleUnit(target.schedule, lookout);
  const people = idsOf(target, roles, lookout).flatMap(id => onLevel(id, null, lookout));
  return { reliance: best(people.map(({ reliance }) => reliance)), people, gaps: [] };
}

function idsOf(
  target: Exclude<Target, { schedule: string }>,
  roles: Readonly<Record<Role, string | null>>,
  { people }: Lookout,
): string[] {
  if ('role' in target) return [roles[target.role] ?? ''];
  if ('person' in target) return [target.person];
  const skilled = [...people.values()].filter(({ skills }) => skills.includes(target.skill));
  return skilled.map(({ id }) => id);
}

function scheduleUnit(scheduleId: string, lookout: Lookout): LevelStanding {
  const { shifts, gaps } = lookout.turns.get(scheduleId) ?? { shifts: [], gaps: [] };
  const ids = [...new Set(shifts.map(({ personId }) => personId))];
  const people = ids.flatMap(id => {
    const own = shifts.filter(({ personId }) => personId === id);
    return onLevel(id, own, lookout);
  });
  // A turn of somebody who is not there any more is nobody's.
  const isOpen = gaps.length > 0 || people.length < ids.length;
  return {
    reliance: isOpen ? 'none' : worst(people.map(({ reliance }) => reliance)),
    people,
    gaps: gaps.map(gap => ({ ...gap, scheduleId })),
  };
}

function onLevel(id: string, shifts: readonly Shift[] | null, lookout: Lookout): OnLevel[] {
  const person = lookout.people.get(id);
  if (!person) return [];
  const { known, stretch } = lookout;
  const stretches = shifts?.map(({ from, until }) => ({ from, until })) ?? null;
  const reachability = reachabilityOf({ person, working: person.working, stretches }, known);
  const isAway = (stretches ?? [stretch]).some(one =>
    person.away.some(({ from, until }) => from < one.until && one.from < until),
  );
  const isRung = reachability === 'ready' || reachability === 'unconfirmed';
  return [
    {
      id,
      name: person.name,
      reliance: isAway && isRung ? 'away' : reachability,
      ways: contactsOf(person, known).map(({ via }) => via),
      shifts: stretches,
    },
  ];
}

function best(all: readonly Reliance[]): Reliance {
  return reliances.findLast(one => all.includes(one)) ?? 'none';
}

function worst(all: readonly Reliance[]): Reliance {
  return reliances.find(one => all.includes(one)) ?? 'none';
}
