import type { Trip, Tx } from '../shared/database.ts';
import { chunksOf } from './chunks.ts';
import { difference, note, type Report } from './difference.ts';
import { type IdentityChanges, identityChanges, keyOf, type Owned } from './identity-changes.ts';
import { inChunks } from './in-chunks.ts';
import { insertion } from './insertion.ts';
import { type PlaceRow, placeIdentities, placeRows } from './rows.ts';
import type { Setup } from './setup.ts';

const insertPlaces = insertion<PlaceRow>('place', ['id', 'customerId', 'audience', 'listening']);

interface PlaceIdentityRow {
  readonly platform: string;
  readonly workspace: string;
  readonly channel: string;
  readonly placeId: string;
}

const insertIdentities = insertion<PlaceIdentityRow>('place_identity', [
  'platform',
  'workspace',
  'channel',
  'placeId',
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
  }
  const changes = identityChanges(
    places.map(place => ({ ownerId: place.id, identities: placeIdentities(place) })),
    await listIdentities(tx, ids),
  );
  await saveIdentities(trip, changes);
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

/**
 * A place that was nobody's so far is the one the file means: its identity is free, and what its platform
 * said of it goes along. Where others read what the file calls internal, nothing is said until somebody has looked.
 */
async function takeUnbound(tx: Tx, rows: readonly Owned[]): Promise<void> {
  const held = await tx.placeIdentity.findMany({
    where: { channel: { in: rows.map(({ self }) => self) }, place: { customerId: null } },
    include: { place: true },
  });
  for (const { platform, workspace, channel, place } of held) {
    const key = keyOf({ platform, workspace, self: channel });
    const owner = rows.find(row => keyOf(row) === key);
    if (!owner) continue;
    const listed = await tx.place.findUniqueOrThrow({ where: { id: owner.ownerId } });
    const { name, outside } = place;
    const isOpened = listed.audience === 'internal' && outside.length > 0;
    await tx.place.update({
      where: { id: listed.id },
      data: {
        name,
        outside,
        settled: listed.audience === 'internal' ? [] : outside,
        parkedReason: isOpened ? 'Somebody outside our company can read it.' : listed.parkedReason,
      },
    });
    await tx.place.delete({ where: { id: place.id } });
  }
}

async function saveIdentities(
  { tx, run }: Trip,
  { removed, created }: IdentityChanges,
): Promise<void> {
  for (const { platform, workspace, self } of removed) {
    await tx.placeIdentity.deleteMany({ where: { platform, workspace, channel: self } });
  }
  for (const rows of chunksOf(created)) {
    await takeUnbound(tx, rows);
    const added = rows.map(({ ownerId, platform, workspace, self }) => ({
      placeId: ownerId,
      platform,
      workspace,
      channel: self,
    }));
    await run(insertIdentities, [JSON.stringify(added)]);
  }
}
