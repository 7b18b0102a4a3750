import type { Setup } from './setup.ts';

/** Whose what a setup names was before it is brought in. */
export interface Owners {
  /** The customer of each place that was there. */
  readonly places: ReadonlyMap<string, string | null>;
  /** The customer of each person that was there; null = one of ours, or a partner's. */
  readonly people: ReadonlyMap<string, string | null>;
  /** Who answers for each customer that was there. */
  readonly keepers: ReadonlyMap<string, string>;
  /** Who answers for any customer at all, each person once. */
  readonly everyKeeper: readonly string[];
}

/**
 * Who answers for all that one line of an import's report concerns ("milestone northwind/erp/backup"). What all
 * customers share concerns everybody; a customer that was not there before concerns nobody.
 */
export function answerableFor(name: string, setup: Setup, owners: Owners): readonly string[] {
  const concerned = customersOf(name, setup, owners);
  if (concerned === 'all') return owners.everyKeeper;
  return [...new Set(concerned.flatMap(id => owners.keepers.get(id) ?? []))];
}

function customersOf(name: string, setup: Setup, owners: Owners): readonly string[] | 'all' {
  const [kind = '', id = ''] = name.split(' ');
  switch (kind) {
    case 'customer':
    case 'transition':
    case 'milestone':
      return [id.split('/')[0] ?? ''];
    case 'place':
      return [owners.places.get(id) ?? null, placeOwner(id, setup)].filter(one => one !== null);
    case 'person': {
      const before = owners.people.get(id);
      const after = setup.people.find(one => one.id === id)?.customer ?? null;
      if (before === null || after === null) return 'all';
      return [before ?? after, after];
    }
    default:
      return 'all';
  }
}

function placeOwner(id: string, { customers }: Setup): string | null {
  return customers.find(({ places }) => places.some(one => one.id === id))?.id ?? null;
}
