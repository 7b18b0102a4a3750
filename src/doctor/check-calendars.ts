import { absencesFrom } from '../absences/absence.ts';
import { findConflicts } from '../absences/find-conflicts.ts';
import type { Database } from '../shared/database.ts';
import { day, inZone, plus } from '../shared/time.ts';
import { type Finding, fine, named, note } from './finding.ts';

/** A calendar that nobody could read for so long tells nothing of today. */
const oldAfter = day;

/** Leave calendars that cannot be read, and shifts whose person is on leave then. */
export async function checkCalendars(
  database: Pick<Database, 'trip'>,
  now: Date,
): Promise<Finding[]> {
  return database.trip(async trip => {
    const calendars = await trip.tx.absenceCalendar.findMany({
      where: { url: { not: '' } },
      orderBy: { personId: 'asc' },
    });
    if (calendars.length === 0) return [];
    const findings: Finding[] = [];
    for (const { personId, problem, readAt, absences } of calendars) {
      const isOld = readAt === null || plus(readAt, oldAfter) < now;
      if (problem !== null)
        findings.push(
          note(
            'leave',
            `the calendar of ${personId} cannot be read: ${problem}. Its address stands in the setup under "leave".`,
          ),
        );
      else if (isOld)
        findings.push(
          note(
            'leave',
            `the calendar of ${personId} was not read for a day. Is Handrail running? "handrail start" reads it.`,
          ),
        );
      const shifts = await findConflicts(trip, personId, absencesFrom(absences));
      if (shifts.length > 0) {
        const words = shifts.map(({ schedule, from }) => {
          const day = inZone(from, schedule.timeZone)
            .setLocale('en-GB')
            .toFormat('ccc d LLL HH:mm');
          return `${schedule.id} from ${day} (${schedule.timeZone})`;
        });
        findings.push(
          note(
            'leave',
            `${personId} is on call while away: ${named(words)}. Colleagues are asked to cover; "cover NAME" asks one of them.`,
          ),
        );
      }
    }
    if (findings.length > 0) return findings;
    return [fine('leave', `${calendars.length} read, and nobody is on call while away.`)];
  });
}
