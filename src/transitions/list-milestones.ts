import type { Tx } from '../shared/database.ts';
import { type Milestone, milestoneFrom } from './milestone.ts';

/** The steps of these transitions, in the order of the plan. */
export async function listMilestones(
  tx: Tx,
  transitionIds: readonly string[],
): Promise<Milestone[]> {
  if (transitionIds.length === 0) return [];
  const rows = await tx.milestone.findMany({
    where: { transitionId: { in: [...transitionIds] } },
    orderBy: [{ plannedFrom: 'asc' }, { position: 'asc' }],
  });
  return rows.map(milestoneFrom);
}
