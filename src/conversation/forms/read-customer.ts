import type { Customer } from '../../customers/customer.ts';
import { findCustomer } from '../../customers/find-customer.ts';
import type { CommandName } from '../../customers/permission.ts';
import type { Trip } from '../../shared/database.ts';
import { type Filler, filledIn, mayFill } from './filler.ts';
import type { FormReading } from './form.ts';

export type ReadCustomer =
  | { readonly outcome: 'customer'; readonly customer: Customer }
  | Exclude<FormReading, { outcome: 'command' }>;

/** The customer that was chosen, if this person may give the command about it. */
export async function readCustomer(
  { tx }: Trip,
  filler: Filler,
  command: CommandName,
): Promise<ReadCustomer> {
  const picked = filledIn(filler, 'customer');
  if (picked === '' && !filler.place) return missing;
  const customer = picked === '' ? filler.place : await findCustomer(tx, picked);
  if (!customer || !mayFill(filler, command, customer)) return { outcome: 'refused' };
  return { outcome: 'customer', customer };
}

const missing: ReadCustomer = {
  outcome: 'wrong',
  problems: { customer: 'Choose the customer it is about.' },
};
