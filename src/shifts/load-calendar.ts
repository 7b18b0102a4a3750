import { findPerson } from '../customers/find-person.ts';
import { listSchedules } from '../on-call/list-schedules.ts';
import { shiftsOf } from '../on-call/schedule.ts';
import type { Trip } from '../shared/database.ts';
import { plus, week } from '../shared/time.ts';
import { type CalendarShift, calendarText } from './calendar.ts';
import { hashFeed } from './feed-token.ts';

/** How much of the past and of the future a calendar shows. */
const shown = { before: 4 * week, after: 26 * week };

/** The calendar behind a secret address as an iCalendar file; null when there is none, it was revoked, or its owner has left. */
export async function loadCalendar(
  { tx, now }: Pick<Trip, 'tx' | 'now'>,
  token: string,
): Promise<string | null> {
  const feed = await tx.calendarFeed.findUnique({ where: { hash: hashFeed(token) } });
  const owner = feed && (await findPerson(tx, feed.personId));
  if (!feed || !owner?.active || owner.side !== 'vendor') return null;
  const { scheduleId } = feed;
  const schedules = await listSchedules(tx, scheduleId ? [scheduleId] : undefined);
  const shifts = schedules.flatMap(schedule =>
    shiftsOf(schedule, plus(now, -shown.before), plus(now, shown.after))
      .filter(({ personId }) => scheduleId !== null || personId === owner.id)
      .map(shift => ({ ...shift, scheduleId: schedule.id })),
  );
  const ids = [...new Set(shifts.map(({ personId }) => personId))];
  const people = await tx.person.findMany({ where: { id: { in: ids } } });
  const nameOf = (id: string) => people.find(one => one.id === id)?.name ?? id;
  const named: CalendarShift[] = shifts.map(shift => ({
    ...shift,
    personName: nameOf(shift.personId),
  }));
  const name = scheduleId ? `On call: ${scheduleId}` : `On call: ${owner.name}`;
  return calendarText(name, named, now);
}
