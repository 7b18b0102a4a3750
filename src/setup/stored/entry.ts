import { shown } from '../source.ts';
import type { Stored } from './load-stored.ts';
import type { Written } from './written.ts';

/** Something in the setup that has an address of its own. */
export type EntryName =
  | { readonly kind: 'customer'; readonly id: string }
  | { readonly kind: 'person' | 'schedule' | 'escalation'; readonly id: string }
  | { readonly kind: 'transition'; readonly id: string; readonly customerId: string };

export type EntryKind = EntryName['kind'];

/** One thing wrong with an entry: which of its fields, and what to write instead. */
export interface EntryProblem {
  readonly field: string;
  readonly detail: string;
}

const lists = {
  person: 'people',
  customer: 'customers',
  schedule: 'schedules',
  escalation: 'escalations',
} as const;

/** The entry of this name, or null. */
export function findEntry(stored: Stored, name: EntryName): Written | null {
  return entriesBeside(stored, name).find(({ id }) => id === name.id) ?? null;
}

function entriesBeside(stored: Stored, name: EntryName): readonly Written[] {
  if (name.kind !== 'transition') return stored[lists[name.kind]];
  const customer = stored.customers.find(({ id }) => id === name.customerId);
  return Array.isArray(customer?.transitions) ? customer.transitions : [];
}

/** The setup with this entry in it, in the place of the one that had its name. */
export function withEntry(stored: Stored, name: EntryName, entry: Written): Stored {
  const beside = entriesBeside(stored, name);
  const isKnown = beside.some(({ id }) => id === name.id);
  const all = isKnown ? beside.map(one => (one.id === name.id ? entry : one)) : [...beside, entry];
  if (name.kind !== 'transition') return { ...stored, [lists[name.kind]]: all };
  const customers = stored.customers.map(customer =>
    customer.id === name.customerId ? { ...customer, transitions: all } : customer,
  );
  return { ...stored, customers };
}

/** A problem of the whole setup as one of this entry. */
export function entryProblem(
  stored: Stored,
  name: EntryName,
  { path, what }: { readonly path: readonly PropertyKey[]; readonly what: string },
): EntryProblem {
  const place = placeOf(stored, name);
  const isInside = place.every((part, index) => path[index] === part);
  const inner = isInside ? path.slice(place.length) : path;
  const field = inner.map(part => shown(String(part))).join('.');
  return { field: field === '' ? '(body)' : field, detail: what };
}

function placeOf(stored: Stored, name: EntryName): PropertyKey[] {
  const index = entriesBeside(stored, name).findIndex(({ id }) => id === name.id);
  if (name.kind !== 'transition') return [lists[name.kind], index];
  const customer = stored.customers.findIndex(({ id }) => id === name.customerId);
  return ['customers', customer, 'transitions', index];
}
