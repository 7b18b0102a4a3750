import type { Trip } from '../../shared/database.ts';
import { type Filler, filledIn, wrongWith } from './filler.ts';
import type { FormReading } from './form.ts';
import { readCustomer } from './read-customer.ts';

/** The note as the command `log` or `publish`. Without a word on who reads it, it is for us only. */
export async function readLog(trip: Trip, filler: Filler): Promise<FormReading> {
  const command = filledIn(filler, 'readers') === 'customer' ? 'publish' : 'log';
  const read = await readCustomer(trip, filler, command);
  if (read.outcome !== 'customer') return read;
  const text = filledIn(filler, 'text');
  if (text === '') return wrongWith({ text: 'Write what happened.' });
  return { outcome: 'command', command, words: `${read.customer.id}: ${text}` };
}
