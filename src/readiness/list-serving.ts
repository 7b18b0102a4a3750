import { z } from 'zod';
import { businessHoursFrom } from '../customers/customer.ts';
import { personFrom } from '../customers/person.ts';
import { listSchedules } from '../on-call/list-schedules.ts';
import { shiftsOf } from '../on-call/schedule.ts';
import { escalationFrom } from '../paging/ladder/escalation.ts';
import { loadKnown } from '../reach/load-known.ts';
import type { Known } from '../reach/ways.ts';
import type { Trip } from '../shared/database.ts';
import { statement } from '../shared/statement.ts';
import { plus, week } from '../shared/time.ts';
import type { Serving, Stretch } from './readiness.ts';

/** Somebody who may be called, as readiness looks at them. */
export interface ServingPerson extends Serving {
  readonly name: string;
}

export interface Serves {
  readonly people: readonly ServingPerson[];
  readonly known: Known;
}

/** How far ahead shifts count. */
const ahead = 4 * week;

const seats = statement(
  'people-with-seats',
  `SELECT DISTINCT id FROM (SELECT "advocateId" AS id FROM customer UNION ALL SELECT "backupId" FROM customer
     UNION ALL SELECT "managerId" FROM customer UNION ALL SELECT "standInId" FROM customer) AS seat WHERE id = ANY($1)`,
  z.object({ id: z.string() }),
);

/** Everybody of the vendor's who may be called, by their seat with a customer, by name, by skill, or in a shift. */
export async function listServing(
  { tx, run, now }: Pick<Trip, 'tx' | 'run' | 'now'>,
  personIds?: readonly string[],
): Promise<Serves> {
  const rows = await tx.person.findMany({
    where: { side: 'vendor', active: true, ...(personIds && { id: { in: [...personIds] } }) },
    orderBy: { id: 'asc' },
  });
  const ids = rows.map(({ id }) => id);
  const seated = new Set((await run(seats, [ids])).map(({ id }) => id));
  const policies = (await tx.escalationPolicy.findMany()).map(escalationFrom);
  const targets = policies.flatMap(({ levels, fallback }) => [
    ...levels.flatMap(({ to }) => to),
    ...fallback,
  ]);
  const until = plus(now, ahead);
  const shifts = (await listSchedules(tx)).flatMap(schedule => shiftsOf(schedule, now, until));
  const people = rows.flatMap((row): ServingPerson[] => {
    const person = personFrom(row);
    const isNamed = targets.some(
      target =>
        ('person' in target && target.person === person.id) ||
        ('skill' in target && person.skills.includes(target.skill)),
    );
    const own: Stretch[] = shifts.filter(({ personId }) => personId === person.id);
    const isAlways = isNamed || seated.has(person.id);
    if (!isAlways && own.length === 0) return [];
    const working = {
      timeZone: person.timeZone,
      businessHours: businessHoursFrom(row.hours),
    };
    return [{ person, name: person.name, working, stretches: isAlways ? null : own }];
  });
  return { people, known: await loadKnown(tx, ids) };
}
