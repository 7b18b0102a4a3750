import { recordEvidence } from '../confidence/record-evidence.ts';
import { getCustomer } from '../customers/find-customer.ts';
import { internal, time } from '../delivery/audience.ts';
import { internalCard } from '../delivery/card.ts';
import { asFact } from '../delivery/fact-words.ts';
import { sendMessage } from '../delivery/send-message.ts';
import type { Trip } from '../shared/database.ts';
import { tellTeam } from '../tasks/tell-team.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { lockPlan } from './lock-plan.ts';
import { lateKey, type Milestone, watchedFrom } from './milestone.ts';
import type { PlanMove } from './replan.ts';
import { planSlip } from './slip-plan.ts';
import { tellSlip } from './tell-slip.ts';

export interface MilestoneSlip {
  readonly milestoneId: string;
  readonly byId: string | null;
  readonly reason: string | null;
  /** The new end of a step that runs or should run; the new beginning of one whose time has not come. */
  readonly to: Date;
}

/** As `planSlip` has it. */
export type MilestoneSlipped =
  | { readonly outcome: 'slipped'; readonly moves: readonly PlanMove[] }
  | { readonly outcome: 'over' | 'earlier' };

/**
 * A step takes longer or begins later: the plan moves as far as it must, the customer is told once with old and new
 * times, and the advocate gets one task, not one a step. Throws NotFoundError for a milestone that does not exist.
 */
export async function slipMilestone(trip: Trip, slip: MilestoneSlip): Promise<MilestoneSlipped> {
  const { now } = trip;
  const { milestone, siblings } = await lockPlan(trip, slip.milestoneId);
  const planned = planSlip({ milestone, siblings }, slip, now);
  if (planned.outcome !== 'slipped') return planned;
  const { moves, words: said, to } = planned;
  await saveMoves(trip, moves, siblings);
  const { text, says } = asFact(said);
  const factId = await recordEvent(trip, {
    customerId: milestone.customerId,
    transitionId: milestone.transitionId,
    kind: 'milestone.slipped',
    visibility: 'shared',
    text,
    authorId: slip.byId,
    data: {
      milestoneId: milestone.id,
      reason: slip.reason,
      says,
      moves: moves.map(move => ({
        milestoneId: move.milestone.id,
        from: move.from.toISOString(),
        until: move.until.toISOString(),
      })),
    },
  });
  await recordEvidence(trip, {
    key: lateKey(milestone),
    customerId: milestone.customerId,
    transitionId: milestone.transitionId,
    kind: 'late-milestone',
    note: `"${milestone.name}" is late.`,
  });
  await tellSlip(trip, { milestone, text: said, moves });
  await tellTeam(trip, {
    key: `slipped:${factId}`,
    customerId: milestone.customerId,
    text: internal`⏳ ${said} Now ${time(to.from)} to ${time(to.until)}.`,
  });
  await tellAdvocate(trip, { milestone, text, byId: slip.byId, factId });
  return { outcome: 'slipped', moves };
}

async function saveMoves(
  { tx, now }: Trip,
  moves: readonly PlanMove[],
  siblings: readonly Milestone[],
): Promise<void> {
  for (const { milestone, from, until } of moves) {
    const state = milestone.startedAt ? 'underway' : 'planned';
    const next: Milestone = { ...milestone, state, plannedFrom: from, plannedUntil: until };
    await tx.milestone.update({
      where: { id: milestone.id },
      data: {
        state,
        slippedFrom: from,
        slippedUntil: until,
        dueAt: watchedFrom(next, siblings, now),
      },
    });
  }
  const [first] = moves;
  if (!first) return;
  await tx.transition.updateMany({
    where: { id: first.milestone.transitionId, phase: { in: ['live', 'settling', 'steady'] } },
    data: { dueAt: now },
  });
}

interface Told {
  readonly milestone: Milestone;
  readonly text: string;
  readonly byId: string | null;
  readonly factId: string;
}

async function tellAdvocate(trip: Trip, { milestone, text, byId, factId }: Told): Promise<void> {
  const customer = await getCustomer(trip.tx, milestone.customerId);
  if (byId === customer.advocateId) return;
  await sendMessage(trip, {
    key: `slipped:${factId}`,
    lane: 'replies',
    to: { personId: customer.advocateId },
    card: internalCard('task', customer.id, {
      body: [
        internal`⚠️ ${customer.name}: ${text} They have been told, with the old and the new times.`,
      ],
    }),
  });
}
