import { findPerson } from '../../../customers/find-person.ts';
import type { Person } from '../../../customers/person.ts';
import { internal, time } from '../../../delivery/audience.ts';
import { listSchedules } from '../../../on-call/list-schedules.ts';
import { overrideShift } from '../../../on-call/override-shift.ts';
import type { Schedule } from '../../../on-call/schedule.ts';
import type { Trip } from '../../../shared/database.ts';
import { readInstant, type Stretch, stretchIn } from '../../../understanding/times/moment.ts';
import { zoneOf } from '../../arrival/turn.ts';
import { askTime } from '../../choices/ask-time.ts';
import { privateNote, type Reply, refusal } from '../../replies/reply.ts';
import type { Command } from './command.ts';
import { findColleague } from './find-colleague.ts';
import { mayAnywhere } from './may-anywhere.ts';
import { usageOf } from './usage.ts';

/** `override duty NAME from Friday 18:00 until Saturday 09:00`: somebody else is on call for a while. */
export async function override(trip: Trip, command: Command): Promise<Reply[]> {
  if (!mayAnywhere(command)) return [refusal()];
  const howTo = privateNote(
    internal`Which schedule, who, and from when until when? ${usageOf('override')}`,
  );
  const { who, stretch } = exactShift(command.said) ?? saidShift(trip, command);
  const found = stretch ? await findShift(trip, command, who) : null;
  if (!stretch || !found) return [howTo];
  const { schedule, person } = found;
  const { from, until, doubt } = stretch;
  if (doubt) {
    const saying = (instant: string) =>
      `override ${who} from ${from.toISOString()} until ${instant}`;
    const doubtful = { at: until, from, doubt, customerId: null, saying };
    return [await askTime(trip, command.turn, doubtful)];
  }
  await overrideShift(trip, {
    scheduleId: schedule.id,
    personId: person.id,
    byId: command.actor.id,
    from,
    until,
  });
  return [
    privateNote(
      internal`${schedule.id}: ${person.name} is on call from ${time(from)} until ${time(until)}.`,
    ),
  ];
}

interface Shift {
  readonly who: string;
  readonly stretch: Stretch | null;
}

/** "duty ada-1 from INSTANT until INSTANT", as a form gives it. */
function exactShift(said: string): Shift | null {
  const [, who, first = '', last = ''] = /^(.+) from (\S+) until (\S+)$/.exec(said.trim()) ?? [];
  const from = readInstant(first);
  const until = readInstant(last);
  if (!who || !from || !until) return null;
  return { who, stretch: { from, until, doubt: until > from ? null : { kind: 'reversed' } } };
}

/** The schedule's name comes before the time, and may itself hold an "on": "on-call Ada from Friday". */
function saidShift({ now }: Trip, { said, turn }: Command): Shift {
  const cut = said.search(/\s(?:from|on|between)\s/i);
  const timeZone = zoneOf(turn);
  const reckoning = { now, timeZone, tense: 'future', defaultTime: '09:00' } as const;
  const stretch = stretchIn(said.slice(Math.max(0, cut)), reckoning);
  return { who: cut < 0 ? '' : said.slice(0, cut).trim(), stretch };
}

/** "duty Ada": the schedule first, left out when there is only one; then the person, "me" being whoever asks. */
async function findShift(
  trip: Trip,
  command: Command,
  who: string,
): Promise<{ schedule: Schedule; person: Person } | null> {
  const schedules = await listSchedules(trip.tx);
  const [first = '', ...others] = who.split(/\s+/);
  const named = schedules.find(schedule => schedule.id.toLowerCase() === first.toLowerCase());
  const schedule = named ?? (schedules.length === 1 ? schedules[0] : undefined);
  const name = named ? others.join(' ') : who;
  const words = name.replace(/\b(?:in|to|with|for)\b/gi, '').trim();
  if (!schedule) return null;
  const exact = await findPerson(trip.tx, name);
  if (exact?.side === 'vendor' && exact.active) return { schedule, person: exact };
  if (words === '' || words.toLowerCase() === 'me') return { schedule, person: command.actor };
  const match = await findColleague(trip.tx, words);
  return match.kind === 'one' ? { schedule, person: match.found } : null;
}
