import type { Trip } from '../../shared/database.ts';
import { customerField } from './customer-field.ts';
import { type Filler, type FormKind, filledIn, wrongWith } from './filler.ts';
import type { Form, FormReading } from './form.ts';
import { listCustomerChoices } from './list-customer-choices.ts';
import { readCustomer } from './read-customer.ts';

async function open(trip: Trip, filler: Filler): Promise<Form | null> {
  const choices = await listCustomerChoices(trip, filler, 'log');
  if (choices.customers.length === 0) return null;
  return {
    name: 'log',
    title: 'Add to the timeline',
    submitLabel: 'Add',
    timeZone: filler.actor.timeZone,
    fields: [
      customerField(choices),
      {
        kind: 'text',
        id: 'text',
        label: 'What happened',
        value: filledIn(filler, 'text'),
        isLong: true,
      },
      {
        kind: 'choice',
        id: 'readers',
        label: 'Who reads it',
        value: filledIn(filler, 'readers') === 'customer' ? 'customer' : 'us',
        options: [
          { value: 'us', label: 'Us only' },
          { value: 'customer', label: 'The customer too' },
        ],
      },
    ],
    preview: [],
  };
}

/** The note as the command `log` or `publish`. Without a word on who reads it, it is for us only. */
async function read(trip: Trip, filler: Filler): Promise<FormReading> {
  const command = filledIn(filler, 'readers') === 'customer' ? 'publish' : 'log';
  const read = await readCustomer(trip, filler, command);
  if (read.outcome !== 'customer') return read;
  const text = filledIn(filler, 'text');
  if (text === '') return wrongWith({ text: 'Write what happened.' });
  return { outcome: 'command', command, words: `${read.customer.id}: ${text}` };
}

/** Something happened: for us only, or for the customer to read too. */
export const logForm: FormKind = { open, read };
