import type { Tx } from '../shared/database.ts';

/** Somebody others may ask how it went with us. */
export interface Reference {
  readonly personName: string;
  readonly customerId: string;
  readonly customerName: string;
  readonly since: Date;
}

/** Everybody who said that others may ask them, is still there, and has not taken it back; by customer. */
export async function listReferences(tx: Tx): Promise<Reference[]> {
  const rows = await tx.survey.findMany({
    where: { reference: 'agreed', referenceAt: { not: null } },
    orderBy: [{ referenceAt: 'desc' }, { id: 'asc' }],
    distinct: ['personId'],
  });
  const people = await tx.person.findMany({
    where: { id: { in: rows.map(({ personId }) => personId) }, active: true },
    select: { id: true, name: true },
  });
  const customers = await tx.customer.findMany({
    where: { id: { in: rows.map(({ customerId }) => customerId) } },
    select: { id: true, name: true },
  });
  const named = (all: readonly { readonly id: string; readonly name: string }[], id: string) =>
    all.find(one => one.id === id)?.name;
  return rows
    .flatMap(({ personId, customerId, referenceAt }): Reference[] => {
      const [personName, customerName] = [named(people, personId), named(customers, customerId)];
      if (!personName || !customerName || !referenceAt) return [];
      return [{ personName, customerId, customerName, since: referenceAt }];
    })
    .sort((a, b) => a.customerName.localeCompare(b.customerName, 'en'));
}
