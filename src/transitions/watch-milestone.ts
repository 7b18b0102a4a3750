import type { Trip } from '../shared/database.ts';
import { listMilestones } from './list-milestones.ts';
import { markLate } from './mark-late.ts';
import { isOnHold, watch } from './milestone.ts';

/**
 * Looks at a milestone whose time has come: late by the plan, no longer late by a new plan, or when to
 * look again. A step on hold is not late.
 */
export async function watchMilestone(trip: Trip, milestoneId: string): Promise<void> {
  const { tx, now } = trip;
  const row = await tx.milestone.findUnique({ where: { id: milestoneId } });
  if (!row) return;
  const siblings = await listMilestones(tx, [row.transitionId]);
  const milestone = siblings.find(({ id }) => id === milestoneId);
  if (!milestone) return;
  const watched = isOnHold(milestone, siblings)
    ? ({ kind: 'nothing' } as const)
    : watch(milestone, now);
  if (watched.kind === 'late') return markLate(trip, milestone, { byId: null, reason: null });
  const dueAt = watched.kind === 'nothing' ? null : watched.at;
  const state = watched.kind === 'no-longer-late' ? watched.state : milestone.state;
  await tx.milestone.update({ where: { id: milestoneId }, data: { state, dueAt } });
}
