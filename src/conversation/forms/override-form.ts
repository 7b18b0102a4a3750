import type { Trip } from '../../shared/database.ts';
import { type Filler, type FormKind, filledIn, wrongWith } from './filler.ts';
import type { Field, Form, FormReading } from './form.ts';
import { formInstant } from './form-time.ts';
import { type DutyChoices, listDutyChoices } from './list-duty-choices.ts';

async function open(trip: Trip, filler: Filler): Promise<Form | null> {
  const choices = await listDutyChoices(trip, filler);
  if (!choices || choices.schedules.length === 0) return null;
  return {
    name: 'override',
    title: 'Swap a shift',
    submitLabel: 'Swap',
    timeZone: filler.actor.timeZone,
    fields: [
      ...whoFields(choices),
      { kind: 'time', id: 'from', label: 'From', value: filledIn(filler, 'from') || null },
      { kind: 'time', id: 'until', label: 'Until', value: filledIn(filler, 'until') || null },
    ],
    preview: [],
  };
}

function whoFields({ schedules, schedule, people, personId }: DutyChoices): Field[] {
  return [
    {
      kind: 'choice',
      id: 'schedule',
      label: 'Schedule',
      value: schedule?.id ?? null,
      options: schedules.map(({ id }) => ({ value: id, label: id })),
      isLive: true,
    },
    {
      kind: 'choice',
      id: 'person',
      label: 'Who is on call',
      value: personId,
      options: people.map(({ id, name }) => ({ value: id, label: name })),
    },
  ];
}

/** The shift as the command `override`, with ids and instants. */
async function read(trip: Trip, filler: Filler): Promise<FormReading> {
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

/** Somebody else is on call for a while. */
export const overrideForm: FormKind = { open, read };
