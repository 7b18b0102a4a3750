import type { Trip } from '../../shared/database.ts';
import { type Filler, filledIn, wrongWith } from './filler.ts';
import type { FormReading } from './form.ts';
import { readCustomer } from './read-customer.ts';

/** The call as the command `page`. */
export async function readPage(trip: Trip, filler: Filler): Promise<FormReading> {
  const read = await readCustomer(trip, filler, 'page');
  if (read.outcome !== 'customer') return read;
  const words = filledIn(filler, 'words');
  if (words === '') return wrongWith({ words: 'Write what it is about.' });
  return { outcome: 'command', command: 'page', words: `${read.customer.id}: ${words}` };
}
