import { z } from 'zod';
import { undoChange } from '../../../check-ins/changes/undo-change.ts';
import { nothingHere } from '../door/assert-may.ts';
import { readForm } from '../door/forms.ts';
import { doneAt } from '../look/done.ts';
import type { Doing } from './doing.ts';

const wish = z.object({ audit: z.string().max(64) });

/** Takes back a change of how often this customer is asked. A change of another customer is not there. */
export async function undoCadence({ ports, session, params, body }: Doing): Promise<string> {
  const { audit: auditId } = readForm(wish, body);
  const { customerId = '' } = params;
  await ports.database.trip(async trip => {
    const audit = await trip.tx.audit.findUnique({ where: { id: auditId } });
    if (audit?.customerId !== customerId) throw nothingHere();
    await undoChange(trip, { auditId, byId: session.person.id });
  });
  return doneAt(`/console/customers/${encodeURIComponent(customerId)}`, 'undone');
}
