import type { Trip } from '../shared/database.ts';
import { NotFoundError } from '../shared/errors.ts';
import { listMilestones } from './list-milestones.ts';
import type { Milestone } from './milestone.ts';

export interface LockedPlan {
  readonly milestone: Milestone;
  /** Every step of its transition, itself among them, in the order of the plan. */
  readonly siblings: readonly Milestone[];
}

/**
 * A step and its whole plan, locked until the trip ends: two people may move steps at once, and both lock in the same
 * order. Throws NotFoundError.
 */
export async function lockPlan({ tx }: Trip, milestoneId: string): Promise<LockedPlan> {
  const row = await tx.milestone.findUnique({ where: { id: milestoneId } });
  await tx.$queryRaw`
    SELECT id FROM milestone WHERE "transitionId" = ${row?.transitionId ?? ''} ORDER BY id FOR UPDATE`;
  const siblings = row ? await listMilestones(tx, [row.transitionId]) : [];
  const milestone = siblings.find(({ id }) => id === milestoneId);
  if (!milestone) throw new NotFoundError(`There is no milestone "${milestoneId}".`);
  return { milestone, siblings };
}
