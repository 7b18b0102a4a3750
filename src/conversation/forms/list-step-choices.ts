import type { Customer } from '../../customers/customer.ts';
import type { Trip } from '../../shared/database.ts';
import { findCurrentTransitions } from '../../transitions/find-transition.ts';
import { listMilestones } from '../../transitions/list-milestones.ts';
import type { Milestone } from '../../transitions/milestone.ts';
import { type Filler, filledIn } from './filler.ts';
import { mostOptions } from './list-customer-choices.ts';

export interface StepChoices {
  readonly steps: readonly Milestone[];
  readonly chosen: Milestone | null;
}

/** The steps of the plan a customer is in, at most 100 (those still open first), and the one that is chosen. */
export async function listStepChoices(
  { tx, now }: Trip,
  filler: Filler,
  customer: Customer | null,
): Promise<StepChoices> {
  if (!customer) return { steps: [], chosen: null };
  const transitions = await findCurrentTransitions(tx, customer.id, now);
  const all = await listMilestones(
    tx,
    transitions.map(({ id }) => id),
  );
  const picked = filledIn(filler, 'step');
  const chosen = all.find(({ id }) => id === picked) ?? null;
  const isOver = ({ state }: Milestone) => state === 'done' || state === 'cancelled';
  const steps =
    all.length <= mostOptions
      ? all
      : [...all.filter(one => !isOver(one)), ...all.filter(isOver)].slice(0, mostOptions);
  return { steps, chosen };
}
