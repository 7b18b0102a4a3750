import { withdrawEvidence } from '../confidence/withdraw-evidence.ts';
import { internal, shared, type Text } from '../delivery/audience.ts';
import { asFact } from '../delivery/fact-words.ts';
import type { Trip } from '../shared/database.ts';
import { tellTeam } from '../tasks/tell-team.ts';
import type { EventKind } from '../timeline/event.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { followSlip } from './follow-slip.ts';
import { lockPlan } from './lock-plan.ts';
import { markLate } from './mark-late.ts';
import {
  isOnHold,
  isWithinPlan,
  lateKey,
  legalMoves,
  type Milestone,
  type MilestoneState,
  moved,
  moveText,
  watchedFrom,
} from './milestone.ts';

export interface MilestoneMove {
  readonly milestoneId: string;
  readonly to: MilestoneState;
  /** Who said so; null for the plan or a script. */
  readonly byId: string | null;
  /** When it happened; now when left out. The future counts as now. */
  readonly at?: Date;
  /** Why it is late, where somebody said so; the customer reads it. */
  readonly reason?: string | null;
}

/** How a move ended. `refused` names the moves that are possible from where it is. */
export type MilestoneMoved =
  | { readonly outcome: 'moved'; readonly from: MilestoneState }
  | { readonly outcome: 'already' }
  | {
      readonly outcome: 'refused';
      readonly from: MilestoneState;
      readonly possible: readonly MilestoneState[];
    };

const kinds: Readonly<Record<MilestoneState, EventKind>> = {
  planned: 'milestone.planned',
  underway: 'milestone.underway',
  done: 'milestone.done',
  late: 'milestone.late',
  cancelled: 'milestone.cancelled',
  'rolled-back': 'milestone.rolled-back',
};

/**
 * Moves a milestone and puts the shared fact on the timeline. The caller tells whoever waits for news
 * (situation/tell-news). Throws NotFoundError for a milestone that does not exist.
 */
export async function moveMilestone(trip: Trip, move: MilestoneMove): Promise<MilestoneMoved> {
  const { now } = trip;
  const { milestone, siblings } = await lockPlan(trip, move.milestoneId);
  const from = milestone.state;
  if (from === move.to) return { outcome: 'already' };
  const possible = legalMoves[from];
  if (!possible.includes(move.to)) return { outcome: 'refused', from, possible };
  if (move.to === 'late') {
    await markLate(trip, milestone, { byId: move.byId, reason: move.reason ?? null });
    return { outcome: 'moved', from };
  }
  const at = move.at && move.at < now ? move.at : now;
  const next: Milestone = { ...milestone, ...moved(milestone, move.to, at) };
  const after = siblings.map(one => (one.id === next.id ? next : one));
  await save(trip, next, after);
  if (move.to === 'done' && isWithinPlan(next, at)) {
    await withdrawEvidence(trip, { key: lateKey(next), why: 'it ended within its plan.' });
  }
  const text = shared`${moveText(milestone, move.to, at)}${holdText(next, after)}`;
  const fact = asFact(text);
  await followSlip(trip, { milestone: next, text, isReported: true });
  const factId = await recordEvent(trip, {
    customerId: next.customerId,
    transitionId: next.transitionId,
    kind: kinds[move.to],
    visibility: 'shared',
    at,
    text: fact.text,
    authorId: move.byId,
    data: { milestoneId: next.id, says: fact.says },
  });
  if (move.to === 'rolled-back')
    await tellTeam(trip, {
      key: `rolled-back:${factId}`,
      customerId: next.customerId,
      text: internal`⚠️ ${text}`,
    });
  return { outcome: 'moved', from };
}

/** Saves the move, and looks again at everything it may have changed: itself, what follows it, the phase, resting check-ins. */
async function save(trip: Trip, next: Milestone, after: readonly Milestone[]): Promise<void> {
  const { tx, now } = trip;
  const { state, startedAt, endedAt } = next;
  await tx.milestone.update({
    where: { id: next.id },
    data: { state, startedAt, endedAt, dueAt: watchedFrom(next, after, now) },
  });
  for (const one of after) {
    if (one.id === next.id || one.state !== 'planned') continue;
    await tx.milestone.update({
      where: { id: one.id },
      data: { dueAt: watchedFrom(one, after, now) },
    });
  }
  await tx.transition.updateMany({
    where: { id: next.transitionId, phase: { in: ['live', 'settling', 'steady'] } },
    data: { dueAt: now },
  });
}

function holdText(moved: Milestone, after: readonly Milestone[]): Text<'shared'> {
  const held = after.some(one => isOnHold(one, after));
  return moved.state === 'rolled-back' && held
    ? shared` The steps after it wait for a new plan.`
    : shared``;
}
