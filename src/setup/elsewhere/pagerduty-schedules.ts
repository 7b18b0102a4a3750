import { z } from 'zod';
import {
  type Moved,
  type MovedLayer,
  type MovedPerson,
  type MovedSchedule,
  writtenMoved,
} from './moved.ts';
import { type WeekStretch, weekHours } from './week-hours.ts';

const user = z.object({
  summary: z.string().nullish(),
  name: z.string().nullish(),
  email: z.string().nullish(),
  id: z.string(),
});

const restriction = z.object({
  type: z.enum(['daily_restriction', 'weekly_restriction']),
  start_time_of_day: z.string().regex(/^\d\d:\d\d/),
  duration_seconds: z.number().positive(),
  /** 1 = Monday … 7 = Sunday; a daily one has none. */
  start_day_of_week: z.number().int().min(1).max(7).nullish(),
});

const layer = z.object({
  name: z.string().nullish(),
  start: z.coerce.date(),
  end: z.coerce.date().nullish(),
  rotation_virtual_start: z.coerce.date(),
  rotation_turn_length_seconds: z.number().positive(),
  users: z.array(z.object({ user })),
  restrictions: z.array(restriction).default([]),
});

const override = z.object({ start: z.coerce.date(), end: z.coerce.date(), user });

const schedule = z.object({
  name: z.string(),
  time_zone: z.string(),
  schedule_layers: z.array(layer),
  overrides: z.array(override).default([]),
});

/** `GET /schedules/{id}`, several of them, or `GET /schedules?include[]=schedule_layers`; `overrides` as theirs come. */
export const pagerDutyExport = z.union([
  z.object({ schedule }).transform(one => [one.schedule]),
  z.object({ schedules: z.array(schedule) }).transform(all => all.schedules),
  z.array(z.object({ schedule }).transform(one => one.schedule)),
  z.array(schedule),
]);

type Layer = z.output<typeof layer>;
type Schedule = z.output<typeof schedule>;

/** PagerDuty's schedules as parts of a setup file. Its API lists the topmost layer first, we the lowest. */
export function pagerDutySchedules(exported: readonly Schedule[], now: Date): Moved {
  const left: string[] = [];
  const schedules = exported.map(({ name, time_zone: timeZone, ...parts }): MovedSchedule => {
    const layers = parts.schedule_layers.toReversed().filter(({ end }) => !end || end > now);
    for (const one of layers) left.push(...lostOf(one, name, now));
    return {
      name,
      timeZone,
      layers: layers.filter(({ users }) => users.length > 0).map(movedLayer),
      overrides: parts.overrides
        .filter(({ end }) => end > now)
        .map(one => ({ person: personOf(one.user), from: one.start, until: one.end })),
    };
  });
  return writtenMoved(schedules, left);
}

function movedLayer(one: Layer): MovedLayer {
  return {
    people: one.users.map(({ user: each }) => personOf(each)),
    turnMinutes: Math.max(60, Math.round(one.rotation_turn_length_seconds / 60)),
    start: one.rotation_virtual_start,
    hours: weekHours(one.restrictions.flatMap(stretchesOf)),
  };
}

function stretchesOf(one: z.output<typeof restriction>): WeekStretch[] {
  const [hours = 0, minutes = 0] = one.start_time_of_day.split(':').map(Number);
  const stretch = {
    fromMinute: hours * 60 + minutes,
    minutes: Math.round(one.duration_seconds / 60),
  };
  const isDaily = one.type === 'daily_restriction';
  const days = isDaily ? [1, 2, 3, 4, 5, 6, 7] : [one.start_day_of_week ?? 1];
  return days.map(day => ({ day, ...stretch }));
}

/** What of a layer we cannot say, in sentences. */
function lostOf(one: Layer, scheduleName: string, now: Date): string[] {
  const what = `${scheduleName}, layer ${one.name ?? 'without a name'}:`;
  const lost: string[] = [];
  if (one.users.length === 0) lost.push(`${what} it has nobody, and was left out.`);
  if (one.end) lost.push(`${what} it ends on ${dateOf(one.end)}; here it goes on. Remove it then.`);
  if (one.start > now) {
    lost.push(`${what} it begins on ${dateOf(one.start)}; here it counts at once. Add it then.`);
  }
  if (one.rotation_turn_length_seconds < 3_600) {
    lost.push(`${what} its turns are shorter than an hour; here they are an hour long.`);
  }
  return lost;
}

function personOf({ id, name, summary, email }: z.output<typeof user>): MovedPerson {
  return { name: name ?? summary ?? id, email: email ?? null };
}

function dateOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}
