import { customerFrom } from '../customers/customer.ts';
import type { Tx } from '../shared/database.ts';
import { plainOf } from './terms.ts';

/** Names, people, sites and mail addresses of every other customer, without those this one has itself. */
export async function listForeignWords(tx: Tx, customerId: string): Promise<string[]> {
  const customers = (await tx.customer.findMany()).map(customerFrom);
  const people = await tx.person.findMany({
    where: { side: 'customer', customerId: { not: null } },
    select: { name: true, customerId: true, contact: true },
  });
  const known = customers.flatMap(({ id, name, words }) => [
    [id, name] as const,
    ...[...words.sites, ...words.people].map(word => [id, word] as const),
  ]);
  const named = people.flatMap(({ customerId: of, name, contact }) => [
    [of, name] as const,
    ...domainsIn(contact).map(domain => [of, domain] as const),
  ]);
  const all = [...known, ...named];
  const own = new Set(all.filter(([of]) => of === customerId).map(([, word]) => plainOf(word)));
  const foreign = all.filter(([of, word]) => of !== customerId && !own.has(plainOf(word)));
  return [...new Set(foreign.map(([, word]) => word))];
}

/** "@lakeside.example" for every mail address among the ways to reach somebody. */
function domainsIn(contact: unknown): string[] {
  const found = JSON.stringify(contact).matchAll(/[^\s"@]+(@[\w.-]+\.\w+)/g);
  return [...found].map(([, domain = '']) => domain);
}
