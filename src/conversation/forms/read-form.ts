import type { Trip } from '../../shared/database.ts';
import type { Filler } from './filler.ts';
import { findFiller } from './find-filler.ts';
import type { FormAsk, FormName, FormReading } from './form.ts';
import { readCadence } from './read-cadence.ts';
import { readLog } from './read-log.ts';
import { readMilestone } from './read-milestone.ts';
import { readOverride } from './read-override.ts';
import { readPage } from './read-page.ts';

const readings: Readonly<Record<FormName, (trip: Trip, filler: Filler) => Promise<FormReading>>> = {
  cadence: readCadence,
  log: readLog,
  milestone: readMilestone,
  override: readOverride,
  page: readPage,
};

/**
 * What a filled-in form means: the command to give in this person's name, or what is wrong with which field.
 * The command is checked again when it is given.
 */
export async function readForm(trip: Trip, ask: FormAsk): Promise<FormReading> {
  const filler = await findFiller(trip, ask);
  return filler ? readings[ask.name](trip, filler) : { outcome: 'refused' };
}
