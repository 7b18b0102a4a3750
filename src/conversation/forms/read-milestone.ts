import type { Trip } from '../../shared/database.ts';
import { legalMoves } from '../../transitions/milestone.ts';
import { type Filler, filledIn, wrongWith } from './filler.ts';
import type { FormReading } from './form.ts';
import { formInstant } from './form-time.ts';
import { listStepChoices } from './list-step-choices.ts';
import { readCustomer } from './read-customer.ts';

/** The move as the command `milestone`, with the step by its full id and the time as an instant. */
export async function readMilestone(trip: Trip, filler: Filler): Promise<FormReading> {
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
