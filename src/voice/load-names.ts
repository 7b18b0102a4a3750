import type { Tx } from '../shared/database.ts';
import type { Tally } from './tally.ts';
import type { Names } from './voice-card.ts';

/** The names of everybody and of every customer in these themes. */
export async function loadNames(tx: Tx, tallies: readonly Tally[]): Promise<Names> {
  const sayings = tallies.flatMap(one => one.sayings);
  const personIds = [
    ...sayings.map(({ personId }) => personId),
    ...tallies.map(({ theme }) => theme.ownerId),
  ].filter(id => id !== null);
  const people = await tx.person.findMany({
    where: { id: { in: [...new Set(personIds)] } },
    select: { id: true, name: true },
  });
  const customers = await tx.customer.findMany({
    where: { id: { in: [...new Set(sayings.map(({ customerId }) => customerId))] } },
    select: { id: true, name: true },
  });
  return new Map([...people, ...customers].map(({ id, name }) => [id, name]));
}
