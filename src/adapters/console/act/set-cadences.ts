import { z } from 'zod';
import { rungs } from '../../../check-ins/cadence/cadence.ts';
import { changeCadence } from '../../../check-ins/changes/change-cadence.ts';
import { nothingHere } from '../door/assert-may.ts';
import { readForm } from '../door/forms.ts';
import { listSettable } from '../look/load-cadences.ts';
import type { Doing } from './doing.ts';
import { several } from './several.ts';

const wish = z.object({
  c: several,
  rung: z.enum(rungs),
  why: z.string().trim().max(500),
});

/** Sets how often several customers are asked, all or none, for those that are this person's to set; returns where it can be taken back. */
export async function setCadences({ ports, session, body }: Doing): Promise<string> {
  const { c: customerIds, rung, why } = readForm(wish, body);
  const { person } = session;
  const audits = await ports.database.trip(async trip => {
    const settable = await listSettable(trip, person, customerIds);
    if (settable.length === 0) throw nothingHere();
    const ids: string[] = [];
    for (const { transitionId } of settable) {
      const change = { rung };
      ids.push(await changeCadence(trip, { transitionId, change, byId: person.id, why }));
    }
    return ids;
  });
  const query = new URLSearchParams(audits.map((id): [string, string] => ['audit', id]));
  return `/console/cadences/set?${query.toString()}`;
}
