import type { Trip } from '../../shared/database.ts';
import { customerField } from './customer-field.ts';
import { type Filler, filledIn } from './filler.ts';
import type { Form } from './form.ts';
import { listCustomerChoices } from './list-customer-choices.ts';

/** Something happened: for us only, or for the customer to read too. */
export async function openLog(trip: Trip, filler: Filler): Promise<Form | null> {
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
