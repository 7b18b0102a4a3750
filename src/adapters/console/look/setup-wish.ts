import { lettersOf } from './portfolio-wish.ts';

/** The parts of a setup that all customers share, as the file names them. */
export const sharedParts = [
  'organisation',
  'people',
  'schedules',
  'escalations',
  'hooks',
  'webhooks',
] as const;
export type SharedPart = (typeof sharedParts)[number];

/** Which part of the setup somebody wants to read: one customer's, one that all share, or nothing yet, to write what is new. */
export type SetupPart =
  | { readonly kind: 'customer'; readonly customerId: string }
  | { readonly kind: 'shared'; readonly name: SharedPart }
  | { readonly kind: 'new' };

/** What somebody wants of the setup: a part of it, and whom to find there. */
export interface SetupWish {
  /** Null = an overview of all parts. */
  readonly part: SetupPart | null;
  /** Letters of the name of a customer, or of a person in the part of people. */
  readonly letters: string;
}

/** What an address asks for; what it says that is no part counts as not said. */
export function setupWishOf(query: URLSearchParams): SetupWish {
  return { part: partOf(query), letters: lettersOf(query) };
}

function partOf(query: URLSearchParams): SetupPart | null {
  const customerId = query.get('customer') ?? '';
  if (customerId !== '') return { kind: 'customer', customerId };
  const said = query.get('part');
  if (said === 'new') return { kind: 'new' };
  const name = sharedParts.find(one => one === said);
  return name ? { kind: 'shared', name } : null;
}

/** Where this part is read. */
export function setupAddress({ part, letters }: SetupWish): string {
  const query = new URLSearchParams({
    ...(part?.kind === 'customer' && { customer: part.customerId }),
    ...(part?.kind === 'shared' && { part: part.name }),
    ...(part?.kind === 'new' && { part: 'new' }),
    ...(letters !== '' && { q: letters }),
  }).toString();
  return query === '' ? '/console/setup' : `/console/setup?${query}`;
}
