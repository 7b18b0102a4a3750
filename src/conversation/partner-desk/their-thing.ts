import { plain } from '../words/names.ts';
import type { TheirMatter, Theirs } from './list-theirs.ts';
import type { TheirPage } from './their-page.ts';

/** Something a partner's person can hand back. */
export type Thing =
  | { readonly kind: 'matter'; readonly matter: TheirMatter }
  | { readonly kind: 'page'; readonly page: TheirPage };

/** What a partner's person can hand back: what was handed to them, and the pages that ring for them or that they have. */
export function thingsOf({ matters, pages }: Theirs): readonly Thing[] {
  const called = pages.filter(
    ({ pageId, standing }) =>
      (standing === 'ringing' || standing === 'theirs') &&
      !matters.some(matter => matter.pageId === pageId),
  );
  return [
    ...matters.map(matter => ({ kind: 'matter', matter }) as const),
    ...called.map(page => ({ kind: 'page', page }) as const),
  ];
}

/** What a press on the card of this page hands back. */
export function thingOfPage(things: readonly Thing[], pageId: string): Thing | null {
  return things.find(thing => pageIdOf(thing) === pageId) ?? null;
}

/** What these words can mean: what they call by its name, else what is of a customer they name, else all. */
export function thingsMeant(things: readonly Thing[], said: string): readonly Thing[] {
  const spoken = ` ${plain(said)} `;
  const isNamed = (name: string) => name !== '' && spoken.includes(` ${plain(name)} `);
  const byName = things.filter(
    thing => thing.kind === 'matter' && !thing.matter.pageId && isNamed(thing.matter.what),
  );
  if (byName.length > 0) return narrowed(byName, isNamed);
  const byCustomer = things.filter(thing => isNamed(customerOf(thing).name));
  return byCustomer.length > 0 ? byCustomer : things;
}

/** The same name with two customers is told apart by theirs. */
function narrowed(things: readonly Thing[], isNamed: (name: string) => boolean): readonly Thing[] {
  const ofNamed = things.filter(thing => isNamed(customerOf(thing).name));
  return ofNamed.length > 0 ? ofNamed : things;
}

/** Whose it is. */
export function customerOf(thing: Thing): { readonly id: string; readonly name: string } {
  const { customerId, customerName } = thing.kind === 'matter' ? thing.matter : thing.page;
  return { id: customerId, name: customerName };
}

function pageIdOf(thing: Thing): string | null {
  return thing.kind === 'matter' ? thing.matter.pageId : thing.page.pageId;
}
