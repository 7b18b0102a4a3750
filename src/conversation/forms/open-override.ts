import type { Trip } from '../../shared/database.ts';
import { type Filler, filledIn } from './filler.ts';
import type { Field, Form } from './form.ts';
import { type DutyChoices, listDutyChoices } from './list-duty-choices.ts';

/** Somebody else is on call for a while. */
export async function openOverride(trip: Trip, filler: Filler): Promise<Form | null> {
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
