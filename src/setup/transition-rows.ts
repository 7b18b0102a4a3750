import type { TransitionKind } from '../confidence/policy.ts';
import type { Phase } from '../transitions/transition.ts';
import type { SetupCustomer } from './schema.ts';

/** The plan of a transition, as the file has it. */
export interface TransitionPlan {
  readonly id: string;
  readonly key: string;
  readonly customerId: string;
  readonly kind: TransitionKind;
  readonly name: string;
  readonly windowFrom: Date;
  readonly windowUntil: Date;
}

/** The plan of a milestone, as the file has it. */
export interface MilestonePlan {
  readonly id: string;
  readonly key: string;
  readonly transitionId: string;
  readonly customerId: string;
  readonly name: string;
  readonly position: number;
  readonly plannedFrom: Date;
  readonly plannedUntil: Date;
  /** Keys of the steps it comes after. */
  readonly after: readonly string[];
  readonly ownerId: string | null;
}

/** The transitions of one customer, with their full ids. */
export function transitionPlans({ id: customerId, transitions }: SetupCustomer): TransitionPlan[] {
  return transitions.map(({ id: key, kind, name, window }) => ({
    id: `${customerId}/${key}`,
    key,
    customerId,
    kind,
    name,
    windowFrom: window.from,
    windowUntil: window.until,
  }));
}

/** The milestones of one customer, with their full ids, in the order of the file. */
export function milestonePlans({ id: customerId, transitions }: SetupCustomer): MilestonePlan[] {
  return transitions.flatMap(({ id: transition, milestones }) =>
    milestones.map(({ id: key, name, from, until, after, owner = null }, position) => ({
      id: `${customerId}/${transition}/${key}`,
      key,
      transitionId: `${customerId}/${transition}`,
      customerId,
      name,
      position,
      plannedFrom: from,
      plannedUntil: until,
      after,
      ownerId: owner,
    })),
  );
}

/** Where a transition stands that Handrail hears of only now: by its window alone. */
export function openingPhase(
  { windowFrom, windowUntil }: Pick<TransitionPlan, 'windowFrom' | 'windowUntil'>,
  now: Date,
): { readonly phase: Phase; readonly phaseSince: Date } {
  if (now < windowFrom) return { phase: 'preparing', phaseSince: now };
  if (now < windowUntil) return { phase: 'live', phaseSince: windowFrom };
  return { phase: 'settling', phaseSince: windowUntil };
}

/** The state of a milestone that Handrail hears of only now. */
export interface OpeningState {
  readonly state: 'planned' | 'done';
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
}

/**
 * A step that was to be over before Handrail knew of it is taken as done, quietly; inside the window
 * it is watched like any other, so that nobody believes what nobody reported.
 */
export function openingState(plan: MilestonePlan, phase: Phase, now: Date): OpeningState {
  if (phase === 'live' || plan.plannedUntil > now)
    return { state: 'planned', startedAt: null, endedAt: null };
  return { state: 'done', startedAt: plan.plannedFrom, endedAt: plan.plannedUntil };
}
