import type { Side } from '../customers/side.ts';
import type { Trip } from '../shared/database.ts';
import { since } from '../shared/time.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { type Milestone, milestoneFrom, watch } from '../transitions/milestone.ts';
import { type Phase, transitionFrom } from '../transitions/transition.ts';
import { chunksOf } from './chunks.ts';
import { difference, note, type Report } from './difference.ts';
import { inChunks } from './in-chunks.ts';
import { insertion } from './insertion.ts';
import { movedStepWords, newStepWords, takenAsDoneWords } from './plan-words.ts';
import type { SavedTransitions } from './save-transitions.ts';
import type { Setup } from './setup.ts';
import { type MilestonePlan, milestonePlans, openingState } from './transition-rows.ts';

const insertMilestones = insertion<ReturnType<typeof opening>>('milestone', [
  'id',
  'key',
  'transitionId',
  'customerId',
  'name',
  'position',
  'plannedFrom',
  'plannedUntil',
  'after',
  'ownerId',
  'ownedBy',
  'state',
  'startedAt',
  'endedAt',
  'dueAt',
]);

/** Writes the plans of milestones; a step keeps its state, and a new time or a new step is a shared fact. */
export async function saveMilestones(
  trip: Trip,
  setup: Setup,
  { report, isNew, shifts }: SavedTransitions & { readonly report: Report },
): Promise<void> {
  const { tx, run } = trip;
  const wanted = ownedPlans(setup);
  const known = await inChunks(wanted, rows =>
    tx.milestone.findMany({ where: { id: { in: rows.map(({ id }) => id) } } }),
  );
  const found = difference(wanted, known);
  const phases = await listPhases(trip, found.created);
  const opened = found.created.map(plan => opening(trip, plan, phases.get(plan.transitionId)));
  for (const rows of chunksOf(opened)) {
    await run(insertMilestones, [JSON.stringify(rows)]);
  }
  await noteTakenAsDone(trip, opened);
  const zones = new Map(setup.customers.map(({ id, timeZone }) => [id, timeZone]));
  const zoneOf = ({ customerId }: MilestonePlan) => zones.get(customerId) ?? 'UTC';
  for (const plan of opened) {
    if (isNew.has(plan.transitionId) || plan.state === 'done') continue;
    await recordPlan(trip, plan, newStepWords(plan, zoneOf(plan)));
  }
  for (const { row, before } of found.changed) {
    const isMoved = isNewTime(before, row);
    await replan(trip, { ...before, ...row, ...(isMoved ? unslipped : {}) }, row);
    if (!isNews(before, row, shifts.get(row.transitionId) ?? 0)) continue;
    await recordPlan(trip, row, movedStepWords(row, zoneOf(row)));
  }
  note(report, { kind: 'milestone', found });
}

/** A plan with the side its owner is on. */
interface OwnedPlan extends MilestonePlan {
  readonly ownedBy: Side | null;
}

function ownedPlans({ people, customers }: Setup): OwnedPlan[] {
  const sides = new Map(people.map(({ id, side }) => [id, side]));
  const plans = customers.flatMap(milestonePlans);
  return plans.map(plan => ({ ...plan, ownedBy: sides.get(plan.ownerId ?? '') ?? null }));
}

async function listPhases({ tx }: Trip, plans: readonly MilestonePlan[]) {
  const ids = [...new Set(plans.map(({ transitionId }) => transitionId))];
  const rows = await inChunks(ids, some => tx.transition.findMany({ where: { id: { in: some } } }));
  return new Map(rows.map(row => [row.id, transitionFrom(row).phase]));
}

function opening({ now }: Trip, plan: OwnedPlan, phase: Phase = 'preparing') {
  const opened = { ...plan, ...openingState(plan, phase, now) };
  return { ...opened, dueAt: watchedFrom(milestoneFrom(opened), now) };
}

/** When lateness is looked at next; null when there is nothing to watch. */
function watchedFrom(milestone: Milestone, now: Date): Date | null {
  const watched = watch(milestone, now);
  if (watched.kind === 'nothing') return null;
  return watched.kind === 'later' ? watched.at : now;
}

/** A new plan in the file is newer than any slip. */
const unslipped = { slippedFrom: null, slippedUntil: null };

type Row = Parameters<typeof milestoneFrom>[0];

async function replan({ tx, now }: Trip, next: Row, plan: OwnedPlan): Promise<void> {
  const { slippedFrom = null, slippedUntil = null } = next;
  const dueAt = watchedFrom(milestoneFrom(next), now);
  const data = { ...plan, after: [...plan.after], slippedFrom, slippedUntil, dueAt };
  await tx.milestone.update({ where: { id: plan.id }, data });
}

type Planned = Pick<MilestonePlan, 'plannedFrom' | 'plannedUntil'>;

function isNewTime(before: Planned, plan: Planned): boolean {
  const from = since(before.plannedFrom, plan.plannedFrom);
  return from !== 0 || since(before.plannedUntil, plan.plannedUntil) !== 0;
}

/** A new time for a step that is not over, unless it only moves along with its window. */
function isNews(
  before: Planned & Pick<Milestone, 'endedAt'>,
  plan: MilestonePlan,
  shift: number,
): boolean {
  const from = since(before.plannedFrom, plan.plannedFrom);
  const until = since(before.plannedUntil, plan.plannedUntil);
  const isMoved = isNewTime(before, plan);
  const isAlong = from === shift && until === shift;
  return before.endedAt === null && isMoved && !isAlong;
}

async function recordPlan(trip: Trip, plan: MilestonePlan, text: string): Promise<void> {
  await recordEvent(trip, {
    customerId: plan.customerId,
    transitionId: plan.transitionId,
    kind: 'milestone.planned',
    visibility: 'shared',
    text,
    data: { milestoneId: plan.id },
  });
}

async function noteTakenAsDone(
  trip: Trip,
  opened: readonly (MilestonePlan & { readonly state: string })[],
): Promise<void> {
  const done = opened.filter(({ state }) => state === 'done');
  for (const transitionId of new Set(done.map(plan => plan.transitionId))) {
    const steps = done.filter(plan => plan.transitionId === transitionId);
    const [first] = steps;
    if (!first) continue;
    await recordEvent(trip, {
      customerId: first.customerId,
      transitionId,
      kind: 'note',
      visibility: 'internal',
      text: takenAsDoneWords(steps.map(({ name }) => name)),
    });
  }
}
