import { type Customer, customerFrom } from '../../customers/customer.ts';
import { findCustomer } from '../../customers/find-customer.ts';
import { unresolved } from '../../paging/page/page-state.ts';
import type { Trip, Tx } from '../../shared/database.ts';
import { placeCustomerOf, type Turn } from '../arrival/turn.ts';
import { matchName, plain } from '../words/names.ts';
import { listCustomers, listCustomersCalled } from './list-customers.ts';

export interface Naming {
  readonly customer: Customer;
  /** What was said besides the customer's name. */
  readonly rest: string;
  /** Named before a colon, named in front without one, or understood from where and who. */
  readonly how: 'colon' | 'front' | 'understood';
  /** What stood before a colon like a name and is nobody's; the customer is then only understood. */
  readonly stranger?: string;
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
  turn: Turn,
  said: string,
): Promise<NamedCustomer> {
  const { tx } = trip;
  const name = beforeColon(said);
  const colon = name === null ? null : await findBeforeColon(trip, said, name);
  if (colon) return colon;
  const own = placeCustomerOf(turn) ?? (await findOwnCustomer(tx, turn));
  const named = await findInFront(trip, said);
  if (named) return { kind: 'one', ...named };
  if (own) {
    const stranger = name !== null && !isPlainWord(name) ? { stranger: name } : {};
    return { kind: 'one', customer: own, rest: said.trim(), how: 'understood', ...stranger };
  }
  return findGuessedCustomer(tx, said);
}

/** The few words before a colon, which may be a name; null when there are none. */
function beforeColon(said: string): string | null {
  const colon = said.indexOf(':');
  const name = said.slice(0, Math.max(0, colon)).trim();
  return name !== '' && name.split(/\s+/).length <= longestName ? name : null;
}

/** "promise shared: …" says who reads it, "18:40" is a time of day: neither is anybody's name. */
function isPlainWord(name: string): boolean {
  return isNumber(name) || ['shared', 'internal'].includes(name.toLowerCase());
}

/** "18:40": the first half of a time of day. */
function isNumber(name: string): boolean {
  return /^[\d\s]*\d$/.test(name);
}

/** "northwind: text": what stands before the colon must be a customer, when it looks like a name. */
async function findBeforeColon(
  trip: Trip,
  said: string,
  name: string,
): Promise<NamedCustomer | null> {
  const rest = said.slice(said.indexOf(':') + 1).trim();
  const match = matchName(name, await listCustomersCalled(trip, name));
  if (match.kind === 'one') return { kind: 'one', customer: match.found, rest, how: 'colon' };
  if (match.kind === 'several') return { kind: 'several', found: match.found, rest };
  if (isNumber(name)) return null;
  const near = matchName(name, await listCustomers(trip.tx));
  return near.kind === 'near' ? { kind: 'near', found: near.found, rest } : null;
}

/** The longest run of first words that is exactly a customer's id or name. */
async function findInFront(trip: Trip, said: string): Promise<Naming | null> {
  const words = said
    .trim()
    .split(/\s+/)
    .filter(word => word !== '');
  for (let count = Math.min(longestName, words.length); count >= 1; count -= 1) {
    const name = words
      .slice(0, count)
      .join(' ')
      .replace(/[,.;?!]+$/, '');
    const match = matchName(name, await listCustomersCalled(trip, name));
    if (match.kind !== 'one' || !isExactly(name, match.found)) continue;
    return { customer: match.found, rest: words.slice(count).join(' '), how: 'front' };
  }
  return null;
}

function isExactly(name: string, customer: Customer): boolean {
  return plain(name) === plain(customer.id) || plain(name) === plain(customer.name);
}

/** The only customer this person is advocate, backup or manager of, else the one whose page they own. */
async function findOwnCustomer(tx: Tx, { actor }: Turn): Promise<Customer | null> {
  if (!actor) return null;
  for (const role of ['advocateId', 'standInId', 'backupId', 'managerId'] as const) {
    const rows = await tx.customer.findMany({ where: { [role]: actor.id }, take: 2 });
    if (rows.length === 1 && rows[0]) return customerFrom(rows[0]);
    if (rows.length > 1) break;
  }
  const pages = await tx.page.findMany({
    where: { ownerId: actor.id, ...unresolved },
    select: { customerId: true },
    distinct: ['customerId'],
    take: 2,
  });
  return pages.length === 1 ? findCustomer(tx, pages[0]?.customerId) : null;
}

/** Nobody is named exactly: the beginning of a name, or a slip of the fingers. Free words are never taken for a name. */
export async function findGuessedCustomer(tx: Tx, said: string): Promise<NamedCustomer> {
  const [first = '', ...others] = said.trim().split(/\s+/);
  const rest = others.join(' ');
  if (first.length < 3) return { kind: 'none', words: first };
  const match = matchName(first, await listCustomers(tx));
  if (match.kind === 'one') {
    if (rest === '') return { kind: 'one', customer: match.found, rest, how: 'front' };
    return { kind: 'near', found: [match.found], rest };
  }
  if (match.kind === 'none') return { kind: 'none', words: first };
  return { kind: match.kind, found: match.found, rest };
}
