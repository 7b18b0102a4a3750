import type { Tx } from '../shared/database.ts';
import type { NamedCustomer } from './find-named-customer.ts';
import { listCustomers } from './list-customers.ts';
import { matchName } from './names.ts';

/** Nobody is named exactly: the beginning of a name, or a slip of the fingers. Free words are never taken for a name. */
export async function guessCustomer(tx: Tx, said: string): Promise<NamedCustomer> {
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
