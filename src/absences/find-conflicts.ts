import { listSchedules } from '../on-call/list-schedules.ts';
import { type Schedule, shiftsOf } from '../on-call/schedule.ts';
import type { Trip } from '../shared/database.ts';
import { plus, week } from '../shared/time.ts';
import type { Absence } from './absence.ts';

/** A shift, or the part of it, in which its person is away. */
export interface AwayShift extends Absence {
  readonly schedule: Schedule;
}

/** How far ahead somebody is asked to cover. */
const ahead = 8 * week;

/** The shifts of somebody that their absences meet and that are not over; the same stretch each time it is asked. */
export async function findConflicts(
  { tx, now }: Pick<Trip, 'tx' | 'now'>,
  personId: string,
  absences: readonly Absence[],
): Promise<AwayShift[]> {
  const near = absences.filter(({ from, until }) => until > now && from < plus(now, ahead));
  if (near.length === 0) return [];
  return (await listSchedules(tx)).flatMap(schedule =>
    near
      .flatMap(({ from, until }) => shiftsOf(schedule, from, until))
      .filter(shift => shift.personId === personId && shift.until > now)
      .map(({ from, until }) => ({ schedule, from, until })),
  );
}
