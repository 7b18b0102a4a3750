import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** A quiet Wednesday morning in New York, two days before the night of the go-live. */
export const quietMorning = new Date('2026-03-04T10:00:00-05:00');

/** Who takes part, by their ids in the example; the stranger stands in no file. */
export const cast = {
  advocate: 'adv-1',
  backup: 'adv-2',
  manager: 'mgr-1',
  lead: 'lead-1',
  member: 'member-1',
  stranger: 'stranger',
} as const;

/** Somebody by their id in the example. */
export type Person = string;

/** The place the customer reads, and the vendor's own, by their ids in the example. */
export const places = { shared: 'northwind-shared', team: 'northwind-team' } as const;

export interface Known {
  readonly id: string;
  readonly name: string;
  readonly side: 'vendor' | 'customer';
}

interface Setup {
  readonly people: readonly Known[];
  readonly customers: readonly { readonly places: readonly { readonly id: string }[] }[];
}

/** The example everybody is told: the same customer, people and night on every platform. */
export const northwind = parse(readFileSync('examples/northwind.setup.yaml', 'utf8')) as Setup;

/** How a platform knows a person or a place. */
export type Identify = (id: string) => object | undefined;

/** The example with everybody and every place on one platform. */
export function northwindOn(identify: Identify): Record<string, unknown> {
  const known = <T extends { readonly id: string }>(one: T) => {
    const identity = identify(one.id);
    return identity ? { ...one, identities: [identity] } : one;
  };
  return {
    ...northwind,
    people: northwind.people.map(known),
    customers: northwind.customers.map(customer => ({
      ...customer,
      places: customer.places.map(known),
    })),
  };
}
