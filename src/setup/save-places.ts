import { changeOwner } from '../customers/change-owner.ts';
import type { Trip, Tx } from '../shared/database.ts';
import { chunksOf } from './chunks.ts';
import { difference, note, type Report } from './difference.ts';
import { identityChanges } from './identity-changes.ts';
import { inChunks } from './in-chunks.ts';
import { insertion } from './insertion.ts';
import { type PlaceRow, placeIdentities, placeRows } from './rows.ts';
import { saveAddresses } from './save-addresses.ts';
import type { Setup } from './setup.ts';

const insertPlaces = insertion<PlaceRow>('place', [
  'id',
  'customerId',
  'audience',
  'listening',
  'language',
  'tell',
  'partners',
]);

/** Writes the places of a setup and how platforms know them; `listConflicts` has been asked before. */
export async function savePlaces(trip: Trip, setup: Setup, report: Report): Promise<void> {
  const { tx, run } = trip;
  const places = setup.customers.flatMap(customer => customer.places);
  const ids = places.map(({ id }) => id);
  const known = await inChunks(ids, some => tx.place.findMany({ where: { id: { in: some } } }));
  const found = difference(setup.customers.flatMap(placeRows), known);
  for (const rows of chunksOf(found.created)) {
    await run(insertPlaces, [JSON.stringify(rows)]);
  }
  for (const { row } of found.changed) {
    await tx.place.update({ where: { id: row.id }, data: row });
    const before = known.find(({ id }) => id === row.id)?.customerId ?? null;
    await changeOwner(trip, { placeId: row.id, before, after: row.customerId });
  }
  const changes = identityChanges(
    places.map(place => ({ ownerId: place.id, identities: placeIdentities(place) })),
    await listIdentities(tx, ids),
  );
  await saveAddresses(trip, changes, report);
  note(report, { kind: 'place', found: found, touched: changes.owners });
}

async function listIdentities(tx: Tx, ids: readonly string[]) {
  const rows = await inChunks(ids, some =>
    tx.placeIdentity.findMany({ where: { placeId: { in: some } } }),
  );
  return rows.map(({ placeId, channel, platform, workspace }) => ({
    ownerId: placeId,
    platform,
    workspace,
    self: channel,
  }));
}
