import type { Trip } from '../shared/database.ts';
import { listMilestones } from './list-milestones.ts';
import type { Milestone } from './milestone.ts';
import { type Transition, transitionFrom } from './transition.ts';

/** A transition with the steps of its plan. */
export interface Planned {
  readonly transition: Transition;
  readonly milestones: readonly Milestone[];
}

/** A transition of this customer by its key, with its plan; null when it has none such. */
export async function findByKey(
  { tx }: Pick<Trip, 'tx'>,
  customerId: string,
  key: string,
): Promise<Planned | null> {
  const row = await tx.transition.findUnique({ where: { customerId_key: { customerId, key } } });
  if (!row) return null;
  return { transition: transitionFrom(row), milestones: await listMilestones(tx, [row.id]) };
}
