import { type Customer, customerFrom } from '../customers/customer.ts';
import type { Trip, Tx } from '../shared/database.ts';
import { findCustomer } from './find-customer.ts';
import { guessCustomer } from './guess-customer.ts';
import { listCustomers, listCustomersCalled } from './list-customers.ts';
import { matchName, plain } from './names.ts';
import { type Occasion, placeCustomerOf } from './occasion.ts';

export interface Naming {
  readonly customer: Customer;
  /** What was said besides the customer's name. */
  readonly rest: string;
  /** Named before a colon, named in front without one, or understood from where and who. */
  readonly how: 'colon' | 'front' | 'understood';
}

export type NamedCustomer =
  | ({ readonly kind: 'one' } & Naming)
  | {
      readonly kind: 'several' | 'near';
      readonly found: readonly Customer[];
      readonly rest: string;
    }
  | { readonly kind: 'none'; readonly words: string };

/** How many words a customer's name may have in a command. */
const longestName = 5;

/**
 * The customer a command is about: named in front ("northwind: …"), else the place's, else the only one
 * this person looks after, else the one whose page they own. Unclear names are returned as such.
 */
export async function findNamedCustomer(
  trip: Trip,
  occasion: Occasion,
  said: string,
): Promise<NamedCustomer> {
  const { tx } = trip;
  const colon = await findBeforeColon(tx, said);
  if (colon) return colon;
  const own = placeCustomerOf(occasion) ?? (await findOwnCustomer(tx, occasion));
  const named = await findInFront(tx, said);
  if (named) return { kind: 'one', ...named };
  if (own) return { kind: 'one', customer: own, rest: said.trim(), how: 'understood' };
  return guessCustomer(tx, said);
}

/** "northwind: text": what stands before the colon must be a customer, when it looks like a name. */
async function findBeforeColon(tx: Tx, said: string): Promise<NamedCustomer | null> {
  const colon = said.indexOf(':');
  const name = said.slice(0, Math.max(0, colon)).trim();
  const isName = colon > 0 && name.split(/\s+/).length <= longestName && !/^[\d\s]*\d$/.test(name);
  if (!isName) return null;
  const rest = said.slice(colon + 1).trim();
  const match = matchName(name, await listCustomersCalled(tx, name));
  if (match.kind === 'one') return { kind: 'one', customer: match.found, rest, how: 'colon' };
  if (match.kind === 'several') return { kind: 'several', found: match.found, rest };
  const near = matchName(name, await listCustomers(tx));
  return near.kind === 'near' ? { kind: 'near', found: near.found, rest } : null;
}

/** The longest run of first words that is exactly a customer's id or name. */
async function findInFront(tx: Tx, said: string): Promise<Naming | null> {
  const words = said
    .trim()
    .split(/\s+/)
    .filter(word => word !== '');
  for (let count = Math.min(longestName, words.length); count >= 1; count -= 1) {
    const name = words
      .slice(0, count)
      .join(' ')
      .replace(/[,.;?!]+$/, '');
    const match = matchName(name, await listCustomersCalled(tx, name));
    if (match.kind !== 'one' || !isExactly(name, match.found)) continue;
    return { customer: match.found, rest: words.slice(count).join(' '), how: 'front' };
  }
  return null;
}

function isExactly(name: string, customer: Customer): boolean {
  return plain(name) === plain(customer.id) || plain(name) === plain(customer.name);
}

/** The only customer this person is advocate, backup or manager of, else the one whose page they own. */
async function findOwnCustomer(tx: Tx, { actor }: Occasion): Promise<Customer | null> {
  if (!actor) return null;
  for (const role of ['advocateId', 'backupId', 'managerId'] as const) {
    const rows = await tx.customer.findMany({ where: { [role]: actor.id }, take: 2 });
    if (rows.length === 1 && rows[0]) return customerFrom(rows[0]);
    if (rows.length > 1) break;
  }
  const pages = await tx.page.findMany({
    where: { ownerId: actor.id, state: { not: 'resolved' } },
    select: { customerId: true },
    distinct: ['customerId'],
    take: 2,
  });
  return pages.length === 1 ? findCustomer(tx, pages[0]?.customerId) : null;
}
