import type { Trip } from '../shared/database.ts';
import { askForStart } from './ask-for-start.ts';
import { askOwner } from './ask-owner.ts';
import { listMilestones } from './list-milestones.ts';
import { markLate } from './mark-late.ts';
import { isOnHold, isOver, type Milestone, type Watched, watch } from './milestone.ts';
import { noteUnconfirmed } from './note-unconfirmed.ts';
import { comesAfter } from './replan.ts';

/**
 * Looks at a milestone whose time has come: late by the plan, unreported, no longer late by a new plan, or when to
 * look again. A step on hold is neither. One of the customer's own is asked for once all before it is over.
 */
export async function watchMilestone(trip: Trip, milestoneId: string): Promise<void> {
  const { tx, now } = trip;
  const row = await tx.milestone.findUnique({ where: { id: milestoneId } });
  if (!row) return;
  const siblings = await listMilestones(tx, [row.transitionId]);
  const milestone = siblings.find(({ id }) => id === milestoneId);
  if (!milestone) return;
  const watched = watchAmong(milestone, siblings, now);
  if (watched.kind === 'late') return markLate(trip, milestone, { byId: null, reason: null });
  if (watched.kind === 'unreported') await askForStart(trip, milestone, siblings);
  if (watched.kind === 'theirs') await askOwner(trip, milestone);
  if (watched.kind === 'unconfirmed') await noteUnconfirmed(trip, milestone);
  const dueAt = 'at' in watched ? watched.at : null;
  const state = watched.kind === 'no-longer-late' ? watched.state : milestone.state;
  await tx.milestone.update({ where: { id: milestoneId }, data: { state, dueAt } });
}

const nothing = { kind: 'nothing' } as const;

function watchAmong(milestone: Milestone, siblings: readonly Milestone[], now: Date): Watched {
  if (isOnHold(milestone, siblings)) return nothing;
  const watched = watch(milestone, now);
  if (watched.kind !== 'theirs' && watched.kind !== 'unconfirmed') return watched;
  // What comes before it is not over yet: nobody can be asked for it, and the move that ends that looks again.
  const isBlocked = siblings.some(
    one => one.id !== milestone.id && !isOver(one) && comesAfter(milestone, one),
  );
  return isBlocked ? nothing : watched;
}
