import type { Customer } from '../../customers/customer.ts';
import type { Trip } from '../../shared/database.ts';
import type { Escalation } from '../ladder/escalation.ts';
import { getEscalation } from '../ladder/get-escalation.ts';
import { gentleEscalation, type Weight } from '../ladder/weight.ts';

export interface PolicyWish {
  readonly customer: Pick<Customer, 'escalationId'>;
  readonly transitionId: string | null;
  readonly weight: Weight;
}

/** Whom a page of this weight calls, in which order: the customer's own escalation, or its gentle form. */
export async function getPolicy(
  { tx }: Trip,
  { customer, transitionId, weight }: PolicyWish,
): Promise<Escalation> {
  const own = await getEscalation(tx, customer.escalationId);
  if (weight === 'critical') return own;
  const live = transitionId
    ? await tx.transition.count({ where: { id: transitionId, phase: 'live' } })
    : 0;
  return gentleEscalation(own, live > 0 ? 'open' : 'closed');
}
