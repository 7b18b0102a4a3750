import type { Trip } from '../../shared/database.ts';
import type { Report } from '../difference.ts';
import { importSetup } from '../import-setup.ts';
import { listConflicts } from '../list-conflicts.ts';
import { checkedSetup, type Setup } from '../setup.ts';
import { nowhere } from '../source.ts';
import { type EntryName, type EntryProblem, entryProblem, withEntry } from './entry.ts';
import { loadStored, type Stored } from './load-stored.ts';
import type { Written } from './written.ts';

/** How saving ended: what changed by name, or what is wrong with the entry. */
export type Saved =
  | { readonly outcome: 'saved'; readonly report: Report }
  | { readonly outcome: 'wrong'; readonly problems: readonly EntryProblem[] };

/**
 * Brings one entry of the setup to what is said here, by the same checks and the same way as a whole file. What stands
 * beside it is left as it is.
 */
export async function saveEntry(trip: Trip, name: EntryName, entry: Written): Promise<Saved> {
  const stored = withEntry(await loadStored(trip.tx, customersOf(name, entry)), name, entry);
  const wrong = (problems: readonly { path: readonly PropertyKey[]; what: string }[]): Saved => ({
    outcome: 'wrong',
    problems: problems.map(problem => entryProblem(stored, name, problem)),
  });
  // Hooks and webhooks may be about customers that are not looked at here.
  const checked = checkedSetup({ ...stored, hooks: [], webhooks: [] });
  if (checked.kind === 'wrong') return wrong(checked.problems);
  const alone = onlyEntry({ ...checked.setup, source: nowhere('setup') }, name);
  const conflicts = await listConflicts(trip.tx, alone);
  if (conflicts.length > 0) return wrong(conflicts.map(inWhole(stored, name)));
  return { outcome: 'saved', report: await importSetup(trip, alone) };
}

function customersOf(name: EntryName, entry: Written): string[] {
  if (name.kind === 'customer') return [name.id];
  if (name.kind === 'transition') return [name.customerId];
  return name.kind === 'person' && typeof entry.customer === 'string' ? [entry.customer] : [];
}

/** What is saved: this entry, and what it needs around it. */
function onlyEntry(setup: Setup, name: EntryName): Setup {
  const nobody = { ...setup, people: [], customers: [], schedules: [], escalations: [] };
  const none = { ...nobody, hooks: [], webhooks: [] };
  const named = <T extends { readonly id: string }>(list: readonly T[]) =>
    list.filter(({ id }) => id === name.id);
  switch (name.kind) {
    case 'person': {
      const zones = new Map(setup.customers.map(({ id, timeZone }) => [id, timeZone]));
      const people = named(setup.people).map(person => ({
        ...person,
        timeZone: person.timeZone ?? zones.get(person.customer ?? ''),
      }));
      return { ...none, people };
    }
    case 'customer':
      return { ...none, customers: named(setup.customers) };
    case 'transition':
      return {
        ...none,
        customers: setup.customers
          .filter(({ id }) => id === name.customerId)
          .map(customer => ({
            ...customer,
            places: [],
            transitions: named(customer.transitions),
          })),
      };
    case 'schedule':
      return { ...none, schedules: named(setup.schedules) };
    case 'escalation':
      return { ...none, escalations: named(setup.escalations) };
  }
}

/** A conflict is found in what is saved, where the entry stands alone: the same in the whole setup. */
function inWhole(stored: Stored, name: EntryName) {
  return ({ path, what }: { path: readonly PropertyKey[]; what: string }) => {
    const [list, , ...rest] = path;
    const all = list === 'people' ? stored.people : stored.customers;
    const index = all.findIndex(({ id }) =>
      name.kind === 'transition' ? id === name.customerId : id === name.id,
    );
    return { path: [list ?? '', index, ...rest], what };
  };
}
