import { recordEvidence } from '../confidence/record-evidence.ts';
import { getCustomer } from '../customers/find-customer.ts';
import { internal, shared, type Text, time, words } from '../delivery/audience.ts';
import { internalCard } from '../delivery/card.ts';
import { asFact } from '../delivery/fact-words.ts';
import { sendMessage } from '../delivery/send-message.ts';
import type { Trip } from '../shared/database.ts';
import { plus, since } from '../shared/time.ts';
import { tellTeam } from '../tasks/tell-team.ts';
import { openly } from '../timeline/event.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { lockPlan } from './lock-plan.ts';
import { isOver, lateKey, type Milestone, type Stretch, watchedFrom } from './milestone.ts';
import { type PlanMove, replanned } from './replan.ts';
import { tellSlip } from './tell-slip.ts';

export interface MilestoneSlip {
  readonly milestoneId: string;
  readonly byId: string | null;
  readonly reason: string | null;
  /** The new end of a step that runs or should run; the new beginning of one whose time has not come. */
  readonly to: Date;
}

/** `earlier`: the new time is not later than the old one, so nothing slips. `over`: there is nothing left to move. */
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
  if (isOver(milestone) || milestone.state === 'rolled-back') return { outcome: 'over' };
  const to = newTimeOf(milestone, slip.to, now);
  if (to.until <= milestone.plannedUntil) return { outcome: 'earlier' };
  const moves = replanned(milestone, to, siblings);
  await saveMoves(trip, moves, siblings);
  const said = slipText(moves, slip);
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

/** A step that has begun, or should have, ends later; one whose time has not come begins later and keeps its length. */
function newTimeOf(
  { startedAt, plannedFrom, plannedUntil }: Milestone,
  to: Date,
  now: Date,
): Stretch {
  if (startedAt || plannedFrom <= now) return { from: plannedFrom, until: to };
  return { from: to, until: plus(to, since(plannedFrom, plannedUntil)) };
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

/** What happened and why, without a clock: the new times stand beside it as instants. */
function slipText(
  [first, ...others]: readonly PlanMove[],
  { reason }: MilestoneSlip,
): Text<'shared'> {
  if (!first) return shared``;
  const name = words(openly(first.milestone.name));
  const isLonger = first.from.getTime() === first.milestone.plannedFrom.getTime();
  const why = reason ? shared`, because ${words(openly(reason.replace(/[.!]$/, '')))}.` : shared`.`;
  const names = others.map(({ milestone }) => milestone.name).join(', ');
  const rest = names ? shared` What follows moves with it: ${words(openly(names))}.` : shared``;
  return isLonger
    ? shared`${name} takes longer than planned${why}${rest}`
    : shared`${name} starts later than planned${why}${rest}`;
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
