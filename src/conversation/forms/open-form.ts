import type { Trip } from '../../shared/database.ts';
import { findFiller } from './find-filler.ts';
import type { Form, FormAsk } from './form.ts';
import { forms } from './forms.ts';

/** A form as it stands with what has been filled in so far; null when this person may not use it. */
export async function openForm(trip: Trip, ask: FormAsk): Promise<Form | null> {
  const filler = await findFiller(trip, ask);
  return filler && forms[ask.name].open(trip, filler);
}
