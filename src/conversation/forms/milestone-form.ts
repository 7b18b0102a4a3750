import type { Trip } from '../../shared/database.ts';
import { legalMoves, type Milestone } from '../../transitions/milestone.ts';
import { customerField } from './customer-field.ts';
import { type Filler, type FormKind, filledIn, wrongWith } from './filler.ts';
import type { Field, Form, FormReading } from './form.ts';
import { formInstant } from './form-time.ts';
import { listCustomerChoices } from './list-customer-choices.ts';
import { listStepChoices } from './list-step-choices.ts';
import { readCustomer } from './read-customer.ts';

async function open(trip: Trip, filler: Filler): Promise<Form | null> {
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

/** The move as the command `milestone`, with the step by its full id and the time as an instant. */
async function read(trip: Trip, filler: Filler): Promise<FormReading> {
  const read = await readCustomer(trip, filler, 'milestone');
  if (read.outcome !== 'customer') return read;
  const { chosen } = await listStepChoices(trip, filler, read.customer);
  if (!chosen) return wrongWith({ step: `Choose a step of ${read.customer.name}'s plan.` });
  const moves = legalMoves[chosen.state];
  const becomes = moves.find(state => state === filledIn(filler, 'becomes'));
  if (!becomes) {
    const becoming = `${chosen.name} is ${chosen.state}; from there it can become ${moves.join(', ')}.`;
    return wrongWith({ becomes: becoming });
  }
  const said = filledIn(filler, 'at');
  const at = said === '' ? null : formInstant(said, filler.actor.timeZone);
  if (said !== '' && !at) return wrongWith({ at: 'Give a date and a time, or leave it empty.' });
  if (at && at > trip.now) return wrongWith({ at: 'It lies ahead. Leave it empty for now.' });
  const when = at ? ` at ${at.toISOString()}` : '';
  const words = `${read.customer.id}: ${chosen.id} ${becomes}${when}`;
  return { outcome: 'command', command: 'milestone', words };
}

/** What became of a step of the plan. */
export const milestoneForm: FormKind = { open, read };
