import { type Customer, customerFrom } from '../../customers/customer.ts';
import { findCustomer } from '../../customers/find-customer.ts';
import { lookedAfterBy } from '../../customers/looked-after-by.ts';
import type { CommandName } from '../../customers/permission.ts';
import type { Trip } from '../../shared/database.ts';
import { type Filler, filledIn, mayFill } from './filler.ts';

/** As many as a platform shows in one choice. */
export const mostOptions = 100;

/** The customers somebody may choose between, their own first; and the one that is chosen, as the form stands. */
export interface CustomerChoices {
  readonly customers: readonly Customer[];
  readonly chosen: Customer | null;
}

/** The customers this person may give the command about, at most 100, whoever is chosen among them. */
export async function listCustomerChoices(
  { tx }: Trip,
  filler: Filler,
  command: CommandName,
): Promise<CustomerChoices> {
  const { id } = filler.actor;
  const order = { orderBy: { name: 'asc' }, take: mostOptions } as const;
  const own = await tx.customer.findMany({ where: lookedAfterBy(id), ...order });
  const others =
    command === 'cadence'
      ? []
      : await tx.customer.findMany({
          where: { id: { notIn: own.map(each => each.id) } },
          ...order,
        });
  const allowed = [...own, ...others]
    .map(customerFrom)
    .filter(each => mayFill(filler, command, each));
  const chosen = await findChosen(tx, filler, command);
  const first = chosen ?? (own.length === 1 ? (allowed[0] ?? null) : null);
  const known = allowed.slice(0, mostOptions);
  if (!first || known.some(each => each.id === first.id))
    return { customers: known, chosen: first };
  return { customers: [first, ...known.slice(0, mostOptions - 1)], chosen: first };
}

async function findChosen(
  tx: Trip['tx'],
  filler: Filler,
  command: CommandName,
): Promise<Customer | null> {
  const picked = filledIn(filler, 'customer');
  const chosen = picked === '' ? filler.place : await findCustomer(tx, picked);
  return chosen && mayFill(filler, command, chosen) ? chosen : null;
}
