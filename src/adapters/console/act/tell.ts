import { z } from 'zod';
import { tellPublished } from '../../../conversation/vendor-desk/tell-published.ts';
import { getCustomer } from '../../../customers/find-customer.ts';
import { recordEvent } from '../../../timeline/record-event.ts';
import { readForm } from '../door/forms.ts';
import { doneAt } from '../look/done.ts';
import type { Doing } from './doing.ts';

const fact = z.object({
  text: z.string().trim().min(1).max(2_000),
  audience: z.enum(['shared', 'internal']),
});

/** Writes a fact down, and tells it to the customer where it is published, as `log` and `publish` do in chat. */
export async function tell({ ports, session, params, body }: Doing): Promise<string> {
  const { text, audience: visibility } = readForm(fact, body);
  const { customerId = '' } = params;
  const authorId = session.person.id;
  await ports.database.trip(async trip => {
    const customer = await getCustomer(trip.tx, customerId);
    await recordEvent(trip, { customerId, kind: 'note', visibility, text, authorId });
    if (visibility === 'shared') await tellPublished(trip, customer, { text, byId: authorId });
  });
  const here = `/console/customers/${encodeURIComponent(customerId)}#timeline`;
  return doneAt(here, visibility === 'shared' ? 'published' : 'noted');
}
