import { inZone } from '../../shared/time.ts';
import { durationText } from '../duration.ts';
import { dayName, type Written, written, writtenMoment } from '../stored/written.ts';
import type { WeekHours } from './week-hours.ts';

/** What another product's schedules are as parts of a setup file, and what could not be carried over, in sentences. */
export interface Moved {
  readonly people: readonly Written[];
  readonly schedules: readonly Written[];
  readonly left: readonly string[];
}

/** Somebody as the other product knows them. */
export interface MovedPerson {
  readonly name: string;
  readonly email: string | null;
}

/** A rotation as it is there, with whose turns it has. */
export interface MovedLayer {
  readonly people: readonly MovedPerson[];
  readonly turnMinutes: number;
  readonly start: Date;
  /** Empty: at all hours. */
  readonly hours: readonly WeekHours[];
}

export interface MovedOverride {
  readonly person: MovedPerson;
  readonly from: Date;
  readonly until: Date;
}

export interface MovedSchedule {
  readonly name: string;
  readonly timeZone: string;
  /** The lowest first. */
  readonly layers: readonly MovedLayer[];
  readonly overrides: readonly MovedOverride[];
}

/** Schedules and their people as a setup file has them: each person once, under an id of their name. */
export function writtenMoved(schedules: readonly MovedSchedule[], left: readonly string[]): Moved {
  const people = schedules.flatMap(({ layers, overrides }) => [
    ...layers.flatMap(layer => layer.people),
    ...overrides.map(({ person }) => person),
  ]);
  const ids = idsOf(people.map(keyOf), key => people.find(one => keyOf(one) === key)?.name ?? key);
  const idOf = (person: MovedPerson) => ids.get(keyOf(person)) ?? '';
  const scheduleIds = idsOf(
    schedules.map(({ name }) => name),
    name => name,
  );
  const known = new Map(people.map(person => [idOf(person), person]));
  return {
    people: [...known].map(([id, person]) => writtenPerson(id, person)),
    schedules: schedules.map(schedule =>
      writtenSchedule(scheduleIds.get(schedule.name) ?? '', schedule, idOf),
    ),
    left,
  };
}

function writtenPerson(id: string, { name, email }: MovedPerson): Written {
  const mail = email === null ? [] : [{ via: 'email', to: email, verified: false }];
  return { id, name, side: 'vendor', contact: [{ via: 'chat' }, ...mail] };
}

function writtenSchedule(
  id: string,
  { timeZone, layers, overrides }: MovedSchedule,
  idOf: (person: MovedPerson) => string,
): Written {
  return written({
    id,
    timeZone,
    layers: layers.flatMap(layer => {
      const rotation = {
        every: durationText(layer.turnMinutes),
        start: inZone(layer.start, timeZone).toFormat("yyyy-MM-dd'T'HH:mm"),
        people: layer.people.map(idOf),
      };
      if (layer.hours.length === 0) return [{ rotation }];
      return layer.hours.map(({ days, from, until }) => ({
        rotation,
        only: { days: days.map(dayName), from, until },
      }));
    }),
    overrides: overrides.map(({ person, from, until }) => ({
      from: writtenMoment(from, timeZone),
      until: writtenMoment(until, timeZone),
      person: idOf(person),
    })),
  });
}

function keyOf({ name, email }: MovedPerson): string {
  return email?.toLowerCase() ?? name;
}

/** A short id for each: "Nora Whitfield" → "nora-whitfield", a second one "nora-whitfield-2". */
function idsOf(keys: readonly string[], nameOf: (key: string) => string): Map<string, string> {
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  for (const key of new Set(keys)) {
    const base = slug(nameOf(key));
    let id = base;
    for (let count = 2; taken.has(id); count += 1) id = `${base}-${count}`;
    taken.add(id);
    ids.set(key, id);
  }
  return ids;
}

function slug(name: string): string {
  const [local = name] = name.includes('@') ? name.split('@') : [name];
  const plain = local.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const id = plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 55);
  return id === '' ? 'unnamed' : id;
}
