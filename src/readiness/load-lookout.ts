import { absencesFrom } from '../absences/absence.ts';
import { businessHoursFrom } from '../customers/customer.ts';
import { type Contact, personFrom } from '../customers/person.ts';
import { listSchedules } from '../on-call/list-schedules.ts';
import { gapsOf, shiftsOf } from '../on-call/schedule.ts';
import { loadKnown } from '../reach/load-known.ts';
import type { Trip } from '../shared/database.ts';
import type { LadderPerson, Lookout } from './ladder.ts';
import type { Stretch } from './readiness.ts';

/** Everybody of the vendor's and of partners who could stand on a ladder, how they are reached, and who serves when in this stretch. */
export async function loadLookout({ tx }: Pick<Trip, 'tx'>, stretch: Stretch): Promise<Lookout> {
  const rows = await tx.person.findMany({
    where: { side: { in: ['vendor', 'partner'] }, active: true },
    orderBy: { id: 'asc' },
  });
  const calendars = await tx.absenceCalendar.findMany({ where: { url: { not: '' } } });
  const away = new Map(
    calendars.map(({ personId, absences }) => [personId, absencesFrom(absences)]),
  );
  const people = rows.map((row): LadderPerson => {
    const { id, name, side, skills, timeZone, ...person } = personFrom(row);
    // A partner's people are called by chat alone.
    const isCalledBy = ({ via }: Contact) => side === 'vendor' || via === 'chat';
    const contact = person.contact.filter(isCalledBy);
    const working = { timeZone, businessHours: businessHoursFrom(row.hours) };
    return { id, name, contact, skills, working, away: away.get(id) ?? [] };
  });
  const { from, until } = stretch;
  const turns = (await listSchedules(tx)).map(schedule => {
    const shifts = shiftsOf(schedule, from, until);
    return [schedule.id, { shifts, gaps: gapsOf(schedule, from, until) }] as const;
  });
  const known = await loadKnown(
    tx,
    people.map(({ id }) => id),
  );
  return {
    people: new Map(people.map(one => [one.id, one])),
    turns: new Map(turns),
    known,
    stretch,
  };
}
