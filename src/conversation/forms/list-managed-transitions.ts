import { customerFrom } from '../../customers/customer.ts';
import type { Trip } from '../../shared/database.ts';
import { type Filler, filledIn, mayFill } from './filler.ts';
import { mostOptions } from './list-customer-choices.ts';

/** One transition whose check-ins this person may change. */
export interface Managed {
  readonly id: string;
  readonly customerId: string;
  readonly label: string;
}

export interface ManagedChoices {
  readonly transitions: readonly Managed[];
  readonly chosen: Managed | null;
}

/** What is underway at the customers this person manages, at most 100; the place's own first, and whichever is chosen. */
export async function listManagedTransitions(
  { tx }: Trip,
  filler: Filler,
): Promise<ManagedChoices> {
  const customers = (
    await tx.customer.findMany({
      where: { managerId: filler.actor.id },
      orderBy: { name: 'asc' },
    })
  )
    .map(customerFrom)
    .filter(customer => mayFill(filler, 'cadence', customer));
  const names = new Map(customers.map(({ id, name }) => [id, name]));
  const rows = await tx.transition.findMany({
    where: { customerId: { in: [...names.keys()] }, phase: { not: 'graduated' } },
    orderBy: [{ customerId: 'asc' }, { windowFrom: 'asc' }],
    select: { id: true, customerId: true, name: true },
  });
  const all = rows.map(({ id, customerId, name }) => {
    return { id, customerId, label: `${names.get(customerId)}: ${name}` };
  });
  const picked = filledIn(filler, 'transition');
  const here = all.find(one => one.customerId === filler.place?.id);
  const only = all.length === 1 ? all[0] : undefined;
  const chosen = all.find(one => one.id === picked) ?? here ?? only ?? null;
  const others = all.filter(one => one !== chosen);
  const shown = [...(chosen ? [chosen] : []), ...others].slice(0, mostOptions);
  return { transitions: shown, chosen };
}
