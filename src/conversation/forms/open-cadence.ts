import { internal, type Text } from '../../delivery/audience.ts';
import type { Trip } from '../../shared/database.ts';
import { previewLine } from '../changes/preview-line.ts';
import { cadenceOptions, chosenChange } from './cadence-choice.ts';
import { type Filler, filledIn } from './filler.ts';
import type { Form } from './form.ts';
import { listManagedTransitions, type Managed } from './list-managed-transitions.ts';

/** How often a customer is asked, with the next five check-ins as they would then be; for its manager. */
export async function openCadence(trip: Trip, filler: Filler): Promise<Form | null> {
  const { transitions, chosen } = await listManagedTransitions(trip, filler);
  const isElsewhere = filler.place !== null && filler.place.managerId !== filler.actor.id;
  if (transitions.length === 0 || isElsewhere) return null;
  const how = filledIn(filler, 'how');
  return {
    name: 'cadence',
    title: 'How often to check in',
    submitLabel: 'Apply',
    timeZone: filler.actor.timeZone,
    fields: [
      {
        kind: 'choice',
        id: 'transition',
        label: 'Customer',
        value: chosen?.id ?? null,
        options: transitions.map(({ id, label }) => ({ value: id, label })),
        isLive: true,
      },
      {
        kind: 'choice',
        id: 'how',
        label: 'How often',
        value: chosenChange(how) ? how : null,
        options: cadenceOptions,
        isLive: true,
      },
      {
        kind: 'text',
        id: 'why',
        label: 'Why',
        hint: 'It stands in the audit log and explains the change to your colleagues.',
        value: filledIn(filler, 'why'),
        isOptional: true,
      },
    ],
    preview: [await previewOf(trip, chosen, how)],
  };
}

async function previewOf(
  trip: Trip,
  chosen: Managed | null,
  how: string,
): Promise<Text<'internal'>> {
  const change = chosenChange(how);
  if (!chosen || !change)
    return internal`Choose a customer and how often; then the next five check-ins stand here.`;
  return previewLine(trip, { transitionId: chosen.id, change });
}
