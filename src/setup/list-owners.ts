import { listKeepers } from '../customers/list-keepers.ts';
import type { Tx } from '../shared/database.ts';
import type { Owners } from './answerable.ts';
import { inChunks } from './in-chunks.ts';
import type { Setup } from './setup.ts';

/** Reads whose everything is that a setup names, before it is brought in. */
export async function listOwners(tx: Tx, setup: Setup): Promise<Owners> {
  const placeIds = setup.customers.flatMap(({ places }) => places.map(({ id }) => id));
  const places = await inChunks(placeIds, some =>
    tx.place.findMany({ where: { id: { in: some } }, select: { id: true, customerId: true } }),
  );
  const people = await inChunks(
    setup.people.map(({ id }) => id),
    some =>
      tx.person.findMany({ where: { id: { in: some } }, select: { id: true, customerId: true } }),
  );
  const customerIds = [
    ...setup.customers.map(({ id }) => id),
    ...[...places, ...people].flatMap(({ customerId }) => customerId ?? []),
  ];
  const customers = await inChunks([...new Set(customerIds)], some =>
    tx.customer.findMany({
      where: { id: { in: some } },
      select: { id: true, managerId: true, advocateId: true },
    }),
  );
  return {
    places: new Map(places.map(({ id, customerId }) => [id, customerId])),
    people: new Map(people.map(({ id, customerId }) => [id, customerId])),
    keepers: new Map(
      customers.map(({ id, managerId, advocateId }) => [id, managerId ?? advocateId]),
    ),
    everyKeeper: await listKeepers(tx, 'all'),
  };
}
