import type { Trip } from '../../shared/database.ts';
import { legalMoves, type Milestone } from '../../transitions/milestone.ts';
import { customerField } from './customer-field.ts';
import { type Filler, filledIn } from './filler.ts';
import type { Field, Form } from './form.ts';
import { listCustomerChoices } from './list-customer-choices.ts';
import { listStepChoices } from './list-step-choices.ts';

/** What became of a step of the plan. */
export async function openMilestone(trip: Trip, filler: Filler): Promise<Form | null> {
  const choices = await listCustomerChoices(trip, filler, 'milestone');
  if (choices.customers.length === 0) return null;
  const { steps, chosen } = await listStepChoices(trip, filler, choices.chosen);
  return {
    name: 'milestone',
    title: 'A step of the plan',
    submitLabel: 'Save',
    timeZone: filler.actor.timeZone,
    fields: [
      customerField(choices, { isLive: true }),
      {
        kind: 'choice',
        id: 'step',
        label: 'Step',
        value: chosen?.id ?? null,
        options: steps.map(({ id, name, state }) => ({ value: id, label: `${name} (${state})` })),
        isLive: true,
      },
      becomesField(filler, chosen),
      {
        kind: 'time',
        id: 'at',
        label: 'When',
        hint: 'Left empty: now.',
        value: filledIn(filler, 'at') || null,
        isOptional: true,
      },
    ],
    preview: [],
  };
}

function becomesField(filler: Filler, chosen: Milestone | null): Field {
  const moves = chosen ? legalMoves[chosen.state] : [];
  const picked = moves.find(state => state === filledIn(filler, 'becomes'));
  return {
    kind: 'choice',
    id: 'becomes',
    label: 'What became of it',
    hint: 'The customer reads it.',
    value: picked ?? null,
    options: moves.map(state => ({ value: state, label: state })),
  };
}
