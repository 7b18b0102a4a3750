import { findPerson } from '../../customers/find-person.ts';
import { internal, type Text, time } from '../../delivery/audience.ts';
import { listSchedules } from '../../on-call/list-schedules.ts';
import { nextOnCall, onCallAt, type Schedule } from '../../on-call/schedule.ts';
import type { Trip } from '../../shared/database.ts';
import { privateNote, type Reply, refusal } from '../reply.ts';
import type { Order } from './command.ts';
import { mayAnywhere } from './may-anywhere.ts';

/** `on-call`: who is on call now by each schedule, until when, and who is next. */
export async function showOnCall(trip: Trip, order: Order): Promise<Reply[]> {
  if (!mayAnywhere(order)) return [refusal()];
  const schedules = await listSchedules(trip.tx);
  if (schedules.length === 0)
    return [privateNote(internal`There is no on-call schedule in the setup.`)];
  const lines: Text<'internal'>[] = [];
  for (const schedule of schedules.slice(0, 20)) lines.push(await dutyLine(trip, schedule));
  return [privateNote(...lines)];
}

async function dutyLine(trip: Trip, schedule: Schedule): Promise<Text<'internal'>> {
  const now = onCallAt(schedule, trip.now);
  const next = nextOnCall(schedule, trip.now);
  const nextPerson = await findPerson(trip.tx, next?.personId);
  const then = next && nextPerson ? internal`, then ${nextPerson.name}` : internal``;
  if (!now) {
    const from = next
      ? internal` Next: ${nextPerson?.name ?? next.personId}, from ${time(next.from)}.`
      : internal``;
    return internal`${schedule.id}: ⚠️ nobody is on call now.${from}`;
  }
  const person = await findPerson(trip.tx, now.personId);
  return internal`${schedule.id}: ${person?.name ?? now.personId} until ${time(now.until)}${then}.`;
}
