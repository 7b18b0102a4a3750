import type { Field } from './form.ts';
import type { CustomerChoices } from './list-customer-choices.ts';

/** The choice of a customer; live where what else is asked hangs on it. */
export function customerField(
  { customers, chosen }: CustomerChoices,
  over: { readonly isLive?: true } = {},
): Field {
  return {
    kind: 'choice',
    id: 'customer',
    label: 'Customer',
    value: chosen?.id ?? null,
    options: customers.map(({ id, name }) => ({ value: id, label: name })),
    ...over,
  };
}
