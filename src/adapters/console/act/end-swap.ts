import { z } from 'zod';
import { endOverride } from '../../../on-call/end-override.ts';
import { nothingHere } from '../door/assert-may.ts';
import { readForm } from '../door/forms.ts';
import { doneAt } from '../look/done.ts';
import type { Doing } from './doing.ts';

const wish = z.object({
  schedule: z.string().max(64),
  person: z.string().max(64),
  from: z.iso.datetime(),
  until: z.iso.datetime(),
});

/** Takes an override of a schedule back. */
export async function endSwap({ ports, session, body }: Doing): Promise<string> {
  const { schedule: scheduleId, person: personId, from, until } = readForm(wish, body);
  const stretch = { from: new Date(from), until: new Date(until) };
  const byId = session.person.id;
  const outcome = await ports.database.trip(trip =>
    endOverride(trip, { scheduleId, personId, byId, ...stretch }),
  );
  if (outcome === 'not-found') throw nothingHere();
  return doneAt('/console/on-call', 'undone');
}
