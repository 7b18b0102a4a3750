import type { Person } from '../../customers/person.ts';
import { internal, time } from '../../delivery/audience.ts';
import { listSchedules } from '../../on-call/list-schedules.ts';
import type { Schedule } from '../../on-call/schedule.ts';
import { swapShift } from '../../on-call/swap-shift.ts';
import type { Trip } from '../../shared/database.ts';
import { zoneOf } from '../occasion.ts';
import { privateNote, type Reply, refusal } from '../reply.ts';
import { stretchIn } from '../time-words.ts';
import type { Order } from './command.ts';
import { findColleague } from './find-colleague.ts';
import { mayAnywhere } from './may-anywhere.ts';
import { usageOf } from './usage.ts';

/** `swap duty NAME from Friday 18:00 until Saturday 09:00`: somebody else is on call for a while. */
export async function swapDuty(trip: Trip, order: Order): Promise<Reply[]> {
  if (!mayAnywhere(order)) return [refusal()];
  const howTo = privateNote(
    internal`Which schedule, who, and from when until when? ${usageOf('swap')}`,
  );
  const cut = order.said.search(/\b(?:from|on|between)\b/i);
  const who = cut < 0 ? '' : order.said.slice(0, cut).trim();
  const timeZone = zoneOf(order.occasion);
  const stretch = stretchIn(order.said.slice(Math.max(0, cut)), {
    now: trip.now,
    timeZone,
    defaultTime: '09:00',
  });
  const settled = stretch ? await settle(trip, order, who) : null;
  if (!stretch || !settled) return [howTo];
  const { schedule, person } = settled;
  await swapShift(trip, {
    scheduleId: schedule.id,
    personId: person.id,
    byId: order.actor.id,
    ...stretch,
  });
  const { from, until } = stretch;
  return [
    privateNote(
      internal`${schedule.id}: ${person.name} is on call from ${time(from)} until ${time(until)}.`,
    ),
  ];
}

/** "duty Ada": the schedule first, left out when there is only one; then the person, "me" being whoever asks. */
async function settle(
  trip: Trip,
  order: Order,
  who: string,
): Promise<{ schedule: Schedule; person: Person } | null> {
  const schedules = await listSchedules(trip.tx);
  const [first = '', ...others] = who.split(/\s+/);
  const named = schedules.find(schedule => schedule.id.toLowerCase() === first.toLowerCase());
  const schedule = named ?? (schedules.length === 1 ? schedules[0] : undefined);
  const name = named ? others.join(' ') : who;
  const words = name.replace(/\b(?:in|to|with|for)\b/gi, '').trim();
  if (!schedule) return null;
  if (words === '' || words.toLowerCase() === 'me') return { schedule, person: order.actor };
  const match = await findColleague(trip.tx, words);
  return match.kind === 'one' ? { schedule, person: match.found } : null;
}
