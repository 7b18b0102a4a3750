import { listOwnPages, type OwnPage } from '../../paging/page/list-own-pages.ts';
import type { Trip } from '../../shared/database.ts';
import { type Filler, type FormKind, filledIn, wrongWith } from './filler.ts';
import type { Field, FieldId, Form, FormReading } from './form.ts';
import { mostOptions } from './list-customer-choices.ts';

/** What stands for whoever is called next by itself. */
const whoeverIsNext = 'next';

interface Choices {
  readonly pages: readonly OwnPage[];
  readonly chosen: OwnPage;
}

/** The pages somebody may pass on, and the one that is meant; null when there is none, or the one meant is over. */
async function findPages(trip: Trip, filler: Filler): Promise<Choices | null> {
  const pages = (await listOwnPages(trip, filler.actor.id)).slice(0, mostOptions);
  const picked = filledIn(filler, 'page');
  const first = pages.find(({ isMine }) => isMine) ?? pages[0];
  const chosen = picked === '' ? first : pages.find(({ id }) => id === picked);
  return chosen ? { pages, chosen } : null;
}

async function open(trip: Trip, filler: Filler): Promise<Form | null> {
  const found = await findPages(trip, filler);
  if (!found) return null;
  return {
    name: 'hand-over',
    title: 'Pass a page on',
    submitLabel: 'Pass on',
    timeZone: filler.actor.timeZone,
    fields: [
      pageField(found),
      await toField(trip, filler),
      wordsField(filler, 'impact', 'What it does to the customer'),
      wordsField(filler, 'tried', 'What was tried'),
      wordsField(filler, 'needed', 'What is needed now'),
    ],
    preview: [],
  };
}

function pageField({ pages, chosen }: Choices): Field {
  const options = pages.map(({ id, customerName, reason }) => ({
    value: id,
    label: `${customerName}: ${reason}`,
  }));
  return { kind: 'choice', id: 'page', label: 'Which page', value: chosen.id, options };
}

async function toField({ tx }: Trip, filler: Filler): Promise<Field> {
  const people = await tx.person.findMany({
    where: { side: 'vendor', active: true, id: { not: filler.actor.id } },
    orderBy: { name: 'asc' },
    take: mostOptions - 1,
    select: { id: true, name: true },
  });
  const options = [
    { value: whoeverIsNext, label: 'Whoever is next' },
    ...people.map(({ id, name }) => ({ value: id, label: name })),
  ];
  const value = filledIn(filler, 'to') || whoeverIsNext;
  return { kind: 'choice', id: 'to', label: 'To whom', value, options };
}

function wordsField(filler: Filler, id: FieldId, label: string): Field {
  return { kind: 'text', id, label, value: filledIn(filler, id), isLong: true, isOptional: true };
}

/** The hand-over as the command `reassign`. */
async function read(trip: Trip, filler: Filler): Promise<FormReading> {
  const found = await findPages(trip, filler);
  if (!found)
    return filledIn(filler, 'page') === ''
      ? { outcome: 'refused' }
      : wrongWith({ page: 'That page is no longer yours to pass on.' });
  const told = (['impact', 'tried', 'needed'] as const).flatMap(id => {
    const words = filledIn(filler, id).replace(/\s+/g, ' ');
    return words === '' ? [] : [`${id}: ${words}`];
  });
  if (told.length === 0)
    return wrongWith({ impact: 'Say in a line what whoever comes next must know.' });
  const to = filledIn(filler, 'to');
  const whom = to === '' || to === whoeverIsNext ? [] : [to];
  const words = [`${found.chosen.customerId}:`, ...whom, ...told].join(' ');
  return { outcome: 'command', command: 'reassign', words };
}

/** A page passed on, with what the next one must know. */
export const handOverForm: FormKind = { open, read };
