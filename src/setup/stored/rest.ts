import { z } from 'zod';
import type { Setup } from '../setup.ts';
import type { Stored } from './load-stored.ts';
import type { Written } from './written.ts';

const entry = z.record(z.string(), z.unknown());
const entries = z.array(entry.catch({})).catch([]);
const ids = z.array(z.string().catch('')).catch([]);
const byWord = z.object({ is: z.record(z.string(), z.string().catch('')) });

/** The ids of all customers that a text is about or names, as far as it can be understood. */
export function mentionedCustomers(value: unknown): string[] {
  const said = entry.safeParse(value).data ?? {};
  const named = [
    ...entries.parse(said.customers).map(({ id }) => id),
    ...entries
      .parse(said.people)
      .flatMap(({ customer, customers }) => [customer, ...ids.parse(customers)]),
    ...entries.parse(said.hooks).flatMap(({ customer }) => {
      const { is } = byWord.safeParse(customer).data ?? {};
      return is ? Object.values(is) : [customer];
    }),
    ...entries.parse(said.webhooks).flatMap(({ customers }) => ids.parse(customers)),
  ];
  return [...new Set(named)].filter(one => typeof one === 'string' && one !== '').map(String);
}

const lists = ['people', 'customers', 'schedules', 'escalations'] as const;

/**
 * What a text says, and behind it every entry of the store that it does not mention: its own entries keep their places,
 * and so their lines. Hooks and webhooks are named by nothing else, and stand as they are written.
 */
export function withTheRest(value: unknown, stored: Stored): unknown {
  const said = entry.safeParse(value ?? {});
  if (!said.success) return value;
  const completed = lists.map(name => [name, withOthers(said.data[name], stored[name])] as const);
  return { organisation: stored.organisation, ...said.data, ...Object.fromEntries(completed) };
}

/** What is no list stays as it is, to be refused by whoever checks it. */
function withOthers(said: unknown, stored: readonly Written[]): unknown {
  if (said === undefined || said === null) return stored;
  if (!Array.isArray(said)) return said;
  const mentioned = new Set(entries.parse(said).map(({ id }) => id));
  return [...said, ...stored.filter(one => !mentioned.has(one.id))];
}

/**
 * Of a setup that was completed, what its text says: nothing beside it is written again, which somebody may have changed
 * meanwhile. Who works as the organisation does goes along with it.
 */
export function onlySaid(setup: Setup, value: unknown): Setup {
  const said = entry.safeParse(value).data ?? {};
  const own = <T extends { readonly id: string }>(
    list: readonly T[],
    name: (typeof lists)[number],
  ) => {
    const mentioned = new Set(entries.parse(said[name]).map(({ id }) => id));
    return list.filter(({ id }) => mentioned.has(id));
  };
  const zones = new Map(setup.customers.map(({ id, timeZone }) => [id, timeZone]));
  const people = said.organisation === undefined ? own(setup.people, 'people') : setup.people;
  return {
    ...setup,
    people: people.map(person => ({
      ...person,
      timeZone: person.timeZone ?? zones.get(person.customer ?? ''),
    })),
    customers: own(setup.customers, 'customers'),
    schedules: own(setup.schedules, 'schedules'),
    escalations: own(setup.escalations, 'escalations'),
  };
}
