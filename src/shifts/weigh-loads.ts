import { findPresence } from '../customers/find-presence.ts';
import { listManagersOf } from '../customers/list-managers-of.ts';
import { sendMessage } from '../delivery/send-message.ts';
import { listSchedules } from '../on-call/list-schedules.ts';
import { peopleOf, personOnCall, type Schedule, shiftsOf } from '../on-call/schedule.ts';
import type { Trip } from '../shared/database.ts';
import { dateIn, earliest, hour, plus, week as weekLong } from '../shared/time.ts';
import { listWeeks } from './list-weeks.ts';
import { nextNightIn } from './load.ts';
import { loadCard, type Relief } from './load-card.ts';
import { isHeavy, quietest, type Week } from './week.ts';

/** As many managers as are told of one person. */
const mostManagers = 3;
/** So long before a night somebody can still be asked to take it. */
const noticeTime = 3 * hour;

/**
 * Looks how much everybody carried: of a heavy week their managers hear once, in their own hours, with whoever could
 * take a night. Returns when to look again because a manager was not at work; null when nothing waits.
 */
export async function weighLoads(trip: Trip): Promise<Date | null> {
  const weeks = await listWeeks(trip);
  const waits: (Date | null)[] = [];
  for (const week of weeks.filter(isHeavy))
    for (const managerId of await listManagersOf(trip.tx, week.personId, mostManagers))
      waits.push(await tellManager(trip, { week, weeks, managerId }));
  return earliest(waits);
}

interface Heavy {
  readonly week: Week;
  readonly weeks: readonly Week[];
  readonly managerId: string;
}

async function tellManager(trip: Trip, { week, weeks, managerId }: Heavy): Promise<Date | null> {
  const { tx, now } = trip;
  const told = `load:${week.personId}:${managerId}:`;
  const before = await tx.message.count({
    where: { key: { startsWith: told }, createdAt: { gt: plus(now, -weekLong) } },
  });
  if (before > 0) return null;
  const presence = await findPresence(trip, managerId);
  if (!presence.isAtWork) return presence.backAt;
  await sendMessage(trip, {
    key: `${told}${dateIn('UTC', now)}`,
    lane: 'replies',
    to: { personId: managerId },
    card: loadCard(week, await proposeRelief(trip, week, weeks)),
  });
  return null;
}

/** Their next night on call, and who could take it; kept as a question that nobody was asked yet. */
async function proposeRelief(
  trip: Trip,
  { personId, timeZone }: Week,
  weeks: readonly Week[],
): Promise<Relief | null> {
  const { tx, now, random } = trip;
  const from = plus(now, noticeTime);
  const schedules = await listSchedules(tx);
  for (const schedule of schedules) {
    const shift = shiftsOf(schedule, from, plus(now, weekLong)).find(
      one => one.personId === personId,
    );
    const night = shift && nextNightIn(shift, from, timeZone);
    if (!night) continue;
    const colleague = quietest(weeks, await listFree(trip, { schedule, schedules, night }));
    if (!colleague) continue;
    const row = { scheduleId: schedule.id, ...night };
    const coverId = random.id();
    await tx.cover.create({
      data: {
        id: coverId,
        ...row,
        askerId: personId,
        toId: colleague.personId,
        state: 'proposed',
        askedAt: now,
      },
    });
    return { coverId, ...row, colleagueName: colleague.name };
  }
  return null;
}

interface Night {
  readonly schedule: Schedule;
  readonly schedules: readonly Schedule[];
  readonly night: { readonly from: Date; readonly until: Date };
}

/** Who has turns on this schedule, and is neither on call elsewhere that night nor away. */
async function listFree(
  { tx, now }: Trip,
  { schedule, schedules, night }: Night,
): Promise<string[]> {
  const serving = schedules.map(one => personOnCall(one, night.from));
  const away = await tx.standIn.findMany({
    where: {
      from: { lt: night.until },
      until: { gt: night.from },
      state: { notIn: ['over', 'cancelled'] },
    },
    select: { personId: true },
  });
  const gone = new Set([...serving, ...away.map(({ personId }) => personId)]);
  return peopleOf(schedule, now).filter(id => !gone.has(id));
}
