import { z } from 'zod';
import { type Schedule as OnCall, shiftsOf } from '../../on-call/schedule.ts';
import { inZone, plus, week } from '../../shared/time.ts';
import {
  type Moved,
  type MovedLayer,
  type MovedPerson,
  type MovedSchedule,
  writtenMoved,
} from './moved.ts';
import { minutesUntil, type WeekHours, weekHours } from './week-hours.ts';

const dayNames = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

const times = {
  startHour: z.number(),
  startMin: z.number().default(0),
  endHour: z.number(),
  endMin: z.number().default(0),
};
const dayName = z.string().toLowerCase().pipe(z.enum(dayNames));

const timeRestriction = z.discriminatedUnion('type', [
  z.object({ type: z.literal('time-of-day'), restriction: z.object(times) }),
  z.object({
    type: z.literal('weekday-and-time-of-day'),
    restrictions: z.array(z.object({ startDay: dayName, endDay: dayName, ...times })),
  }),
]);

const participant = z.object({
  type: z.string(),
  name: z.string().nullish(),
  username: z.string().nullish(),
  id: z.string().nullish(),
});

const rotation = z.object({
  name: z.string().nullish(),
  startDate: z.coerce.date(),
  endDate: z.coerce.date().nullish(),
  type: z.enum(['hourly', 'daily', 'weekly']),
  length: z.number().int().positive().default(1),
  participants: z.array(participant),
  timeRestriction: timeRestriction.nullish(),
});

const override = z.object({
  user: participant,
  startDate: z.coerce.date(),
  endDate: z.coerce.date(),
  rotations: z.array(z.object({ name: z.string().nullish() })).nullish(),
});

const schedule = z.object({
  name: z.string(),
  timezone: z.string(),
  enabled: z.boolean().default(true),
  rotations: z.array(rotation),
  overrides: z.array(override).default([]),
});

/** A schedule as Atlassian's configuration backup writes it, its overrides beside it. */
const backup = z
  .object({ schedule, scheduleOverrideList: z.array(override).nullish() })
  .transform(one => ({ ...one.schedule, overrides: one.scheduleOverrideList ?? [] }));

/** `GET /v2/schedules?expand=rotation`, one of them, or files of Opsgenie's configuration backup. */
export const opsgenieExport = z.union([
  z.object({ data: z.array(schedule) }).transform(all => all.data),
  z.object({ data: schedule }).transform(one => [one.data]),
  z.array(backup),
  z.array(schedule),
  backup.transform(one => [one]),
  schedule.transform(one => [one]),
]);

type Schedule = z.output<typeof schedule>;
type Rotation = z.output<typeof rotation>;

/**
 * Opsgenie's schedules as parts of a setup file. There, everybody whose rotation runs is on call; here, one person is:
 * rotations that run at the same time become schedules of their own.
 */
export function opsgenieSchedules(exported: readonly Schedule[], now: Date): Moved {
  const left: string[] = [];
  const schedules = exported
    .flatMap(one => {
      const running = one.rotations.filter(({ endDate }) => !endDate || endDate > now);
      for (const each of running) left.push(...lostOf(each, one.name, now));
      if (!one.enabled) left.push(`${one.name}: it is switched off there, and on call here.`);
      const usable = running.filter(each => peopleOf(each).length > 0);
      return split(one, usable, left);
    })
    .map(
      ({ overrides, ...one }): MovedSchedule => ({
        ...one,
        overrides: overrides.filter(({ until }) => until > now),
      }),
    );
  return writtenMoved(schedules, left);
}

function split(one: Schedule, rotations: readonly Rotation[], left: string[]): MovedSchedule[] {
  const { name, timezone: timeZone } = one;
  const overrides = one.overrides.flatMap(
    ({ user, startDate: from, endDate: until, rotations: only }) => {
      const person = personOf(user);
      if (!person) {
        left.push(`${name}: an override by a ${user.type} was left out; people stand in here.`);
        return [];
      }
      if (only && only.length > 0 && rotations.length > 1) {
        left.push(
          `${name}: an override of ${person.name} is of some rotations there, and of all here.`,
        );
      }
      return [{ person, from, until }];
    },
  );
  const layers = rotations.map(movedLayer);
  if (!areTogether(layers, timeZone)) return [{ name, timeZone, layers, overrides }];
  const names = rotations.map((each, at) => `${name} ${each.name ?? at + 1}`);
  left.push(
    `${name}: its rotations run at the same time, so they are schedules of their own here: ${names.join(', ')}. Name each in the levels of your escalation.`,
  );
  return layers.map((layer, at) => ({
    name: names[at] ?? name,
    timeZone,
    layers: [layer],
    overrides,
  }));
}

/** How far ahead two rotations are looked at. */
const ahead = 5 * week;

/** True where two of them have somebody at the same time. */
function areTogether(layers: readonly MovedLayer[], timeZone: string): boolean {
  const from = new Date(Math.max(...layers.map(({ start }) => start.getTime())));
  if (layers.length < 2) return false;
  const shifts = layers.map(layer => shiftsOf(alone(layer, timeZone), from, plus(from, ahead)));
  return shifts.some((some, at) =>
    shifts
      .slice(at + 1)
      .some(others => some.some(a => others.some(b => a.from < b.until && b.from < a.until))),
  );
}

function alone({ turnMinutes, start, hours, people }: MovedLayer, timeZone: string): OnCall {
  const rotationAlone = {
    everyDays: turnMinutes / (24 * 60),
    start: inZone(start, timeZone).toFormat("yyyy-MM-dd'T'HH:mm"),
    people: people.map(({ name }) => name),
  };
  return { id: '', timeZone, layers: [{ rotation: rotationAlone, only: hours }], overrides: [] };
}

const minutesOf = { hourly: 60, daily: 24 * 60, weekly: 7 * 24 * 60 } as const;

function movedLayer(one: Rotation): MovedLayer {
  return {
    people: peopleOf(one),
    turnMinutes: minutesOf[one.type] * one.length,
    start: one.startDate,
    hours: hoursOf(one),
  };
}

function hoursOf({ timeRestriction: limit }: Rotation): WeekHours[] {
  if (!limit) return [];
  if (limit.type === 'time-of-day') {
    const { startHour, startMin, endHour, endMin } = limit.restriction;
    const [from, until] = [startHour * 60 + startMin, endHour * 60 + endMin];
    const minutes = ((until - from + 2 * 1_440 - 1) % 1_440) + 1;
    return weekHours([1, 2, 3, 4, 5, 6, 7].map(day => ({ day, fromMinute: from, minutes })));
  }
  return weekHours(
    limit.restrictions.map(({ startDay, endDay, startHour, startMin, endHour, endMin }) => {
      const day = dayNames.indexOf(startDay) + 1;
      const from = (day - 1) * 1_440 + startHour * 60 + startMin;
      const until = dayNames.indexOf(endDay) * 1_440 + endHour * 60 + endMin;
      return { day, fromMinute: startHour * 60 + startMin, minutes: minutesUntil(from, until) };
    }),
  );
}

function peopleOf({ participants }: Rotation): MovedPerson[] {
  return participants.flatMap(one => personOf(one) ?? []);
}

function personOf({ type, name, username, id }: z.output<typeof participant>): MovedPerson | null {
  if (type !== 'user') return null;
  const shown = name ?? username ?? id ?? 'unnamed';
  return { name: shown, email: username?.includes('@') ? username : null };
}

/** What of a rotation we cannot say, in sentences. */
function lostOf(one: Rotation, scheduleName: string, now: Date): string[] {
  const what = `${scheduleName}, rotation ${one.name ?? 'without a name'}:`;
  const others = one.participants.filter(({ type }) => type !== 'user');
  const lost = others.map(({ type, name, id }) =>
    type === 'none'
      ? `${what} a turn of nobody was left out; the others' turns come sooner.`
      : `${what} the ${type} ${name ?? id ?? ''} was left out; people take turns here.`,
  );
  if (others.length === one.participants.length)
    lost.push(`${what} nobody is left, so it was left out.`);
  if (one.endDate)
    lost.push(`${what} it ends on ${dateOf(one.endDate)}; here it goes on. Remove it then.`);
  if (one.startDate > now)
    lost.push(`${what} it begins on ${dateOf(one.startDate)}, here as well.`);
  return lost;
}

function dateOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}
