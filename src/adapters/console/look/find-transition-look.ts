import type { Customer } from '../../../customers/customer.ts';
import { getCustomer } from '../../../customers/find-customer.ts';
import type { Trip } from '../../../shared/database.ts';
import { listMilestones } from '../../../transitions/list-milestones.ts';
import type { Milestone } from '../../../transitions/milestone.ts';
import { type Transition, transitionFrom } from '../../../transitions/transition.ts';

/** One transition with its plan. */
export interface TransitionLook {
  readonly customer: Customer;
  readonly transition: Transition;
  readonly milestones: readonly Milestone[];
  /** Names of those whose steps they are. */
  readonly names: ReadonlyMap<string, string>;
}

/** A transition of this customer by its key; null when it has none. */
export async function findTransitionLook(
  { tx }: Pick<Trip, 'tx'>,
  customerId: string,
  key: string,
): Promise<TransitionLook | null> {
  const row = await tx.transition.findUnique({ where: { customerId_key: { customerId, key } } });
  if (!row) return null;
  const milestones = await listMilestones(tx, [row.id]);
  const owners = await tx.person.findMany({
    where: { id: { in: milestones.flatMap(({ owner }) => owner?.personId ?? []) } },
    select: { id: true, name: true },
  });
  return {
    customer: await getCustomer(tx, customerId),
    transition: transitionFrom(row),
    milestones,
    names: new Map(owners.map(({ id, name }) => [id, name])),
  };
}
