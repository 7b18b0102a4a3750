import { internal, type Text } from '../../delivery/audience.ts';
import type { Trip } from '../../shared/database.ts';
import { previewLine } from '../changes/preview-line.ts';
import { previewed } from '../words/previewed.ts';
import { cadenceOptions, chosenChange } from './cadence-choice.ts';
import { type Filler, type FormKind, filledIn, wrongWith } from './filler.ts';
import type { Form, FormReading } from './form.ts';
import { listManagedTransitions, type Managed } from './list-managed-transitions.ts';

async function open(trip: Trip, filler: Filler): Promise<Form | null> {
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

/** The change as the command `cadence`; its preview was seen in the form, so it is done at once. */
async function read(trip: Trip, filler: Filler): Promise<FormReading> {
  const { transitions, chosen } = await listManagedTransitions(trip, filler);
  if (transitions.length === 0) return { outcome: 'refused' };
  const picked = filledIn(filler, 'transition');
  if (picked !== '' && chosen?.id !== picked) return { outcome: 'refused' };
  const how = filledIn(filler, 'how');
  if (!chosen) return wrongWith({ transition: 'Choose the customer it is about.' });
  if (!chosenChange(how)) return wrongWith({ how: 'Choose how often.' });
  const why = filledIn(filler, 'why').replace(/^because\s+/i, '');
  const words = `${previewed} ${chosen.id}: ${how}${why === '' ? '' : ` because ${why}`}`;
  return { outcome: 'command', command: 'cadence', words };
}

/** How often a customer is asked, with the next five check-ins as they would then be; for its manager. */
export const cadenceForm: FormKind = { open, read };
