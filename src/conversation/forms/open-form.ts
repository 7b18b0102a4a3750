import type { Trip } from '../../shared/database.ts';
import type { Filler } from './filler.ts';
import { findFiller } from './find-filler.ts';
import type { Form, FormAsk, FormName } from './form.ts';
import { openCadence } from './open-cadence.ts';
import { openLog } from './open-log.ts';
import { openMilestone } from './open-milestone.ts';
import { openOverride } from './open-override.ts';
import { openPage } from './open-page.ts';

const openings: Readonly<Record<FormName, (trip: Trip, filler: Filler) => Promise<Form | null>>> = {
  cadence: openCadence,
  log: openLog,
  milestone: openMilestone,
  override: openOverride,
  page: openPage,
};

/** A form as it stands with what has been filled in so far; null when this person may not use it. */
export async function openForm(trip: Trip, ask: FormAsk): Promise<Form | null> {
  const filler = await findFiller(trip, ask);
  return filler && openings[ask.name](trip, filler);
}
