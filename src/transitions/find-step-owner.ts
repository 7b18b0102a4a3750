import { findPerson } from '../customers/find-person.ts';
import type { Tx } from '../shared/database.ts';
import type { Milestone } from './milestone.ts';

/** Whose step it is by the plan, on the vendor's or a partner's side. */
export interface OwnerOfStep {
  readonly id: string;
  readonly name: string;
  /** False for a partner's people: they read nothing of ours. */
  readonly isOurs: boolean;
  /** Whether they are asked: ours, or of a partner who works for this customer. */
  readonly isAsked: boolean;
}

/** Who else than the advocate answers for this step; null where nobody does, or the customer, who is asked in their own place. */
export async function findStepOwner(
  tx: Tx,
  { owner, customerId }: Pick<Milestone, 'owner' | 'customerId'>,
  advocateId: string,
): Promise<OwnerOfStep | null> {
  if (!owner || owner.side === 'customer' || owner.personId === advocateId) return null;
  const person = await findPerson(tx, owner.personId);
  if (!person?.active) return null;
  const isOurs = person.side === 'vendor';
  const isAsked = isOurs || person.partnerOf.includes(customerId);
  return { id: person.id, name: person.name, isOurs, isAsked };
}
