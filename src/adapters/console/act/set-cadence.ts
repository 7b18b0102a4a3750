import { z } from 'zod';
import { rungs } from '../../../check-ins/cadence/cadence.ts';
import { change } from '../../api/v1/cadences.ts';
import { carryOut } from '../../api/v1/carry-out.ts';
import { readForm } from '../door/forms.ts';
import { doneAt } from '../look/done.ts';
import { callOf, type Doing } from './doing.ts';

const wish = z.object({
  transition: z.string().max(64),
  rung: z.enum(rungs),
  why: z.string().trim().max(500),
});

/** Sets how often a customer is asked, in the name of whoever sent the form; returns where it can be taken back. */
export async function setCadence(doing: Doing): Promise<string> {
  const { transition, rung, why } = readForm(wish, doing.body);
  const { customerId = '' } = doing.params;
  const by = doing.session.person.id;
  const body = { transition, rung, by, ...(why !== '' && { why }) };
  const call = callOf(doing, { params: { customerId }, body });
  await carryOut(doing.ports, { operation: change, call });
  return doneAt(`/console/customers/${encodeURIComponent(customerId)}`, 'set');
}
