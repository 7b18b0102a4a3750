import type { Trip } from '../shared/database.ts';
import { askForStart } from './ask-for-start.ts';
import { listMilestones } from './list-milestones.ts';
import { markLate } from './mark-late.ts';
import { isOnHold, watch } from './milestone.ts';

/**
 * Looks at a milestone whose time has come: late by the plan, unreported, no longer late by a new plan, or when to
 * look again. A step on hold is neither.
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
  if (watched.kind === 'unreported') await askForStart(trip, milestone, siblings);
  const dueAt = 'at' in watched ? watched.at : null;
  const state = watched.kind === 'no-longer-late' ? watched.state : milestone.state;
  await tx.milestone.update({ where: { id: milestoneId }, data: { state, dueAt } });
}
