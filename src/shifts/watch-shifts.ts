import { sendMessage } from '../delivery/send-message.ts';
import { findSchedule } from '../on-call/get-schedule.ts';
import { onCallAt, type Schedule } from '../on-call/schedule.ts';
import type { Trip } from '../shared/database.ts';
import { day, earliest, plus } from '../shared/time.ts';
import { handOverPages } from './hand-over-pages.ts';
import { shiftCard } from './shift-card.ts';
import { personBefore, type ShiftMoment, shiftMoments } from './shift-moments.ts';
import { weighLoads } from './weigh-loads.ts';

/** Engine handler: a day and an hour before a shift its person is told; as it begins, open pages are handed over. Each day it is looked who carried too much. */
export async function watchShifts(trip: Trip, scheduleId: string): Promise<void> {
  const { tx, now } = trip;
  const watch = await tx.shiftWatch.findUniqueOrThrow({ where: { scheduleId } });
  const schedule = await findSchedule(tx, scheduleId);
  const look = schedule ? shiftMoments(schedule, watch.seenUntil, now) : null;
  const again = schedule && (await weighLoads(trip));
  const dueAt = schedule && earliest([look?.nextAt ?? null, again ?? plus(now, day)]);
  await tx.shiftWatch.update({ where: { scheduleId }, data: { seenUntil: now, dueAt } });
  if (!schedule) return;
  for (const moment of look?.moments ?? []) await follow(trip, schedule, moment);
}

async function follow(trip: Trip, schedule: Schedule, moment: ShiftMoment): Promise<void> {
  const { kind, personId, from } = moment;
  const beforeId = personBefore(schedule, from);
  if (kind === 'begins') {
    if (beforeId)
      await handOverPages(trip, { scheduleId: schedule.id, beforeId, afterId: personId });
    return;
  }
  const before = beforeId && (await trip.tx.person.findUnique({ where: { id: beforeId } }));
  await sendMessage(trip, {
    key: `shift:${schedule.id}:${from.toISOString()}:${kind}:${personId}`,
    lane: 'replies',
    to: { personId },
    card: shiftCard({
      scheduleId: schedule.id,
      from,
      until: onCallAt(schedule, from)?.until ?? null,
      beforeName: before ? before.name : null,
    }),
    notAfter: from,
  });
}
