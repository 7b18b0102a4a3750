import { z } from 'zod';
import { undoChange } from '../../../check-ins/changes/undo-change.ts';
import { findCustomer } from '../../../customers/find-customer.ts';
import { mayDo } from '../../../customers/permission.ts';
import { nothingHere } from '../door/assert-may.ts';
import { readForm } from '../door/forms.ts';
import { doneAt } from '../look/done.ts';
import type { Doing } from './doing.ts';
import { several } from './several.ts';

const wish = z.object({ audit: several });

/** Takes back several changes of how often customers are asked, all or none. One that is not this person's to undo is not there. */
export async function undoCadences({ ports, session, body }: Doing): Promise<string> {
  const { audit: auditIds } = readForm(wish, body);
  const { person } = session;
  await ports.database.trip(async trip => {
    for (const auditId of auditIds) {
      const audit = await trip.tx.audit.findUnique({ where: { id: auditId } });
      const customer = await findCustomer(trip.tx, audit?.customerId ?? undefined);
      const about = customer && {
        customerId: customer.id,
        managerId: customer.managerId,
        placeCustomerId: null,
      };
      if (!about || !mayDo('undo', person, about)) throw nothingHere();
      await undoChange(trip, { auditId, byId: person.id });
    }
  });
  return doneAt('/console', 'undone');
}
