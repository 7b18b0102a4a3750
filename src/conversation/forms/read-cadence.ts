import type { Trip } from '../../shared/database.ts';
import { previewed } from '../words/previewed.ts';
import { chosenChange } from './cadence-choice.ts';
import { type Filler, filledIn, wrongWith } from './filler.ts';
import type { FormReading } from './form.ts';
import { listManagedTransitions } from './list-managed-transitions.ts';

/** The change as the command `cadence`; its preview was seen in the form, so it is done at once. */
export async function readCadence(trip: Trip, filler: Filler): Promise<FormReading> {
  const { transitions, chosen } = await listManagedTransitions(trip, filler);
  if (transitions.length === 0) return { outcome: 'refused' };
  const picked = filledIn(filler, 'transition');
  if (picked !== '' && chosen?.id !== picked) return { outcome: 'refused' };
  const how = filledIn(filler, 'how');
  if (!chosen) return wrongWith({ transition: 'Choose the customer it is about.' });
  if (!chosenChange(how)) return wrongWith({ how: 'Choose how often.' });
  const why = filledIn(filler, 'why').replace(/^because\s+/i, '');
  const words = `${previewed} ${chosen.id}: ${how}${why === '' ? '' : ` because ${why}`}`;
  return { outcome: 'command', command: 'cadence', words };
}
