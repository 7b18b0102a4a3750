import type { Trip } from '../../shared/database.ts';
import { type Filler, filledIn, wrongWith } from './filler.ts';
import type { FormReading } from './form.ts';
import { formInstant } from './form-time.ts';
import { listDutyChoices } from './list-duty-choices.ts';

/** The shift as the command `override`, with ids and instants. */
export async function readOverride(trip: Trip, filler: Filler): Promise<FormReading> {
  const choices = await listDutyChoices(trip, filler);
  if (!choices) return { outcome: 'refused' };
  const { schedule, personId } = choices;
  const { timeZone } = filler.actor;
  const from = formInstant(filledIn(filler, 'from'), timeZone);
  const until = formInstant(filledIn(filler, 'until'), timeZone);
  const problems = {
    ...(schedule ? {} : { schedule: 'Choose a schedule.' }),
    ...(personId ? {} : { person: 'Choose who is on call.' }),
    ...(from ? {} : { from: 'Give the date and time it begins.' }),
    ...endProblem(trip, from, until),
  };
  if (!schedule || !personId || !from || !until || Object.keys(problems).length > 0)
    return wrongWith(problems);
  const stretch = `from ${from.toISOString()} until ${until.toISOString()}`;
  return {
    outcome: 'command',
    command: 'override',
    words: `${schedule.id} ${personId} ${stretch}`,
  };
}

function endProblem(
  { now }: Trip,
  from: Date | null,
  until: Date | null,
): Readonly<Record<string, string>> {
  if (!until) return { until: 'Give the date and time it ends.' };
  if (from && until <= from) return { until: 'It ends before it begins.' };
  return until <= now ? { until: 'That is over already.' } : {};
}
