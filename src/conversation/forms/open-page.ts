import type { Trip } from '../../shared/database.ts';
import { customerField } from './customer-field.ts';
import { type Filler, filledIn } from './filler.ts';
import type { Form } from './form.ts';
import { listCustomerChoices } from './list-customer-choices.ts';

/** A call for somebody about a customer. */
export async function openPage(trip: Trip, filler: Filler): Promise<Form | null> {
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
