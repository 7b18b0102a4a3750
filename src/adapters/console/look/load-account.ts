import type { Customer } from '../../../customers/customer.ts';
import { listCustomerPeople } from '../../../customers/list-customer-people.ts';
import type { Person } from '../../../customers/person.ts';
import { type Place, placeFrom } from '../../../customers/place.ts';
import type { Trip } from '../../../shared/database.ts';

/** Who and where a customer is: its people, its places, who looks after it, and the language it is written to in. */
export interface Account {
  readonly people: readonly Person[];
  readonly places: readonly (Place & { readonly name: string })[];
  /** Whoever looks after it, by what they are to it. */
  readonly carers: readonly { readonly role: string; readonly name: string }[];
  /** "de"; null = English until somebody writes in another one. */
  readonly language: string | null;
}

const mostPartners = 20;

/** Reads the account of a customer. */
export async function loadAccount({ tx }: Pick<Trip, 'tx'>, customer: Customer): Promise<Account> {
  const { id, backupId, managerId, salesId } = customer;
  const row = await tx.customer.findUniqueOrThrow({
    where: { id },
    select: { language: true, heardLanguage: true, advocateId: true, standInId: true },
  });
  const places = await tx.place.findMany({ where: { customerId: id }, orderBy: { id: 'asc' } });
  const carers = [
    [row.standInId ? 'advocate, away' : 'advocate', row.advocateId],
    ['stands in for the advocate', row.standInId],
    ['backup', backupId],
    ['manager', managerId],
    ['sales', salesId],
  ] as const;
  const known = await tx.person.findMany({
    where: { id: { in: carers.flatMap(([, personId]) => personId ?? []) } },
    select: { id: true, name: true },
  });
  const names = new Map(known.map(one => [one.id, one.name]));
  const partners = await tx.person.findMany({
    where: { side: 'partner', active: true, partnerOf: { has: id } },
    orderBy: { name: 'asc' },
    take: mostPartners,
    select: { name: true },
  });
  return {
    people: await listCustomerPeople(tx, id),
    places: places.map(place => ({ ...placeFrom(place), name: place.name || place.id })),
    carers: [
      ...carers.flatMap(([role, personId]) =>
        personId ? [{ role, name: names.get(personId) ?? personId }] : [],
      ),
      ...partners.map(({ name }) => ({ role: 'partner', name })),
    ],
    language: row.language ?? row.heardLanguage,
  };
}
