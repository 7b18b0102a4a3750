import type { Trip } from '../../shared/database.ts';
import { customerField } from './customer-field.ts';
import { type Filler, type FormKind, filledIn, wrongWith } from './filler.ts';
import type { Form, FormReading } from './form.ts';
import { listCustomerChoices } from './list-customer-choices.ts';
import { readCustomer } from './read-customer.ts';

async function open(trip: Trip, filler: Filler): Promise<Form | null> {
  const choices = await listCustomerChoices(trip, filler, 'page');
  if (choices.customers.length === 0) return null;
  return {
    name: 'page',
    title: 'Page about a customer',
    submitLabel: 'Page',
    timeZone: filler.actor.timeZone,
    fields: [
      customerField(choices),
      {
        kind: 'text',
        id: 'words',
        label: 'What it is about',
        hint: 'Whoever is called reads it first, perhaps at three in the morning.',
        value: filledIn(filler, 'words'),
        isLong: true,
      },
    ],
    preview: [],
  };
}

/** The call as the command `page`. */
async function read(trip: Trip, filler: Filler): Promise<FormReading> {
  const read = await readCustomer(trip, filler, 'page');
  if (read.outcome !== 'customer') return read;
  const words = filledIn(filler, 'words');
  if (words === '') return wrongWith({ words: 'Write what it is about.' });
  return { outcome: 'command', command: 'page', words: `${read.customer.id}: ${words}` };
}

/** A call for somebody about a customer. */
export const pageForm: FormKind = { open, read };
