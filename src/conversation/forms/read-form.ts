import type { Trip } from '../../shared/database.ts';
import { findFiller } from './find-filler.ts';
import type { FormAsk, FormReading } from './form.ts';
import { forms } from './forms.ts';

/**
 * What a filled-in form means: the command to give in this person's name, or what is wrong with which field.
 * The command is checked again when it is given.
 */
export async function readForm(trip: Trip, ask: FormAsk): Promise<FormReading> {
  const filler = await findFiller(trip, ask);
  return filler ? forms[ask.name].read(trip, filler) : { outcome: 'refused' };
}
