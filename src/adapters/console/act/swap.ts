import { z } from 'zod';
import { findPerson } from '../../../customers/find-person.ts';
import { overrideShift } from '../../../on-call/override-shift.ts';
import { isoInstant } from '../../../shared/time.ts';
import { HttpProblem } from '../../api/problem.ts';
import { nothingHere } from '../door/assert-may.ts';
import { readForm } from '../door/forms.ts';
import { doneAt } from '../look/done.ts';
import type { Doing } from './doing.ts';

/** What a browser sends of a date and a time, without a zone. */
const wallClock = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/);

const wish = z.object({
  schedule: z.string().max(64),
  person: z.string().max(64),
  from: wallClock,
  until: wallClock,
});

/** Puts somebody else on call for a while, times on the clock of whoever says so, as `swap` does in chat. */
export async function swap({ ports, session, body }: Doing): Promise<string> {
  const { schedule, person: personId, from, until } = readForm(wish, body);
  const { id: byId, timeZone } = session.person;
  const outcome = await ports.database.trip(async trip => {
    const person = await findPerson(trip.tx, personId);
    if (!person?.active || person.side !== 'vendor') return 'not-found';
    return overrideShift(trip, {
      scheduleId: schedule,
      personId,
      byId,
      from: isoInstant(from, timeZone),
      until: isoInstant(until, timeZone),
    });
  });
  if (outcome === 'not-found') throw nothingHere();
  if (outcome === 'empty')
    throw new HttpProblem([422, 'empty'], 'It ends before it begins. Go back and set it right.');
  return doneAt('/console/on-call', 'swapped');
}
