import { changeOwner } from '../customers/change-owner.ts';
import { type FormerPlace, whyLook } from '../customers/former-place.ts';
import type { Trip, Tx } from '../shared/database.ts';
import { chunksOf } from './chunks.ts';
import type { Report } from './difference.ts';
import { type IdentityChanges, keyOf, type Owned } from './identity-changes.ts';
import { insertion } from './insertion.ts';

interface PlaceIdentityRow {
  readonly platform: string;
  readonly workspace: string;
  readonly channel: string;
  readonly placeId: string;
  readonly outside: readonly string[];
}

const insertIdentities = insertion<PlaceIdentityRow>('place_identity', [
  'platform',
  'workspace',
  'channel',
  'placeId',
  'outside',
]);

/**
 * Writes which conversations the places of a setup are. Who reads one is known of the conversation and goes along with
 * it; where it was for other readers so far, nothing is said until somebody has looked, and the report says so.
 */
export async function saveAddresses(
  trip: Trip,
  { removed, created, owners }: IdentityChanges,
  report: Report,
): Promise<void> {
  const { tx, run } = trip;
  for (const one of removed) await forget(tx, one);
  const known = new Map<string, Known>();
  for (const rows of chunksOf(created)) {
    const found = await takeKnown(tx, rows);
    const added = rows.map(row => {
      const { ownerId: placeId, platform, workspace, self: channel } = row;
      const { outside = [] } = found.get(keyOf(row)) ?? {};
      return { placeId, platform, workspace, channel, outside };
    });
    await run(insertIdentities, [JSON.stringify(added)]);
    for (const row of rows) {
      const one = found.get(keyOf(row));
      if (one) known.set(row.ownerId, one);
    }
  }
  const moved = new Set([...removed.map(({ ownerId }) => ownerId), ...known.keys()]);
  for (const placeId of owners) {
    if (!moved.has(placeId)) continue;
    const reason = await judge(trip, placeId, known.get(placeId) ?? null);
    if (reason) report.parked.push(`place ${placeId}: ${reason}`);
  }
}

/** What was known of a conversation before it became this place. */
interface Known {
  readonly outside: readonly string[];
  /** What people on its platform call it. */
  readonly name: string | null;
  readonly former: FormerPlace | null;
}

/** The conversation is no place of ours any more; whose it was, and who reads it, is remembered. */
async function forget(tx: Tx, { platform, workspace, self, ownerId }: Owned): Promise<void> {
  const where = { platform_workspace_channel: { platform, workspace, channel: self } };
  const row = await tx.placeIdentity.findUnique({ where, include: { place: true } });
  if (row?.placeId !== ownerId) return;
  const { customerId, audience } = row.place;
  const what = { customerId, audience, outside: row.outside, ownedSince: row.ownedSince };
  const create = { platform, workspace, channel: self, ...what };
  await tx.formerPlace.upsert({ where, create, update: what });
  await tx.placeIdentity.delete({ where });
}

/** What is known of these conversations. Those that were nobody's places so far are free after this. */
async function takeKnown(tx: Tx, rows: readonly Owned[]): Promise<Map<string, Known>> {
  const channel = { in: rows.map(({ self }) => self) };
  const wanted = new Set(rows.map(keyOf));
  const keyIn = (row: { platform: string; workspace: string; channel: string }) =>
    keyOf({ ...row, self: row.channel });
  const known = new Map<string, Known>();
  for (const row of await tx.formerPlace.findMany({ where: { channel } })) {
    if (!wanted.has(keyIn(row))) continue;
    const { platform, workspace } = row;
    known.set(keyIn(row), { outside: row.outside, name: null, former: row });
    await tx.formerPlace.delete({
      where: { platform_workspace_channel: { platform, workspace, channel: row.channel } },
    });
  }
  const unbound = await tx.placeIdentity.findMany({
    where: { channel, place: { customerId: null } },
    include: { place: true },
  });
  for (const row of unbound.filter(one => wanted.has(keyIn(one)))) {
    const { name, outside } = row.place;
    known.set(keyIn(row), { outside, name, former: known.get(keyIn(row))?.former ?? null });
    await tx.place.delete({ where: { id: row.placeId } });
  }
  return known;
}

/** Who reads a place is who reads its conversations now. Returns why it is parked, where it is. */
async function judge(trip: Trip, placeId: string, known: Known | null): Promise<string | null> {
  const { tx } = trip;
  const { identities, ...place } = await tx.place.findUniqueOrThrow({
    where: { id: placeId },
    include: { identities: true },
  });
  const outside = [...new Set(identities.flatMap(one => one.outside))];
  const { customerId = null, audience = place.audience } = known?.former ?? {};
  const reason = known && whyLook({ customerId, audience, outside }, place);
  await tx.place.update({
    where: { id: placeId },
    data: {
      name: known?.name ?? place.name,
      outside,
      settled: settledIn(known, { ...place, outside }, reason),
      parkedReason: reason ?? place.parkedReason,
    },
  });
  if (known?.former) await keepOwner(trip, placeId, known.former);
  return reason;
}

/** When a conversation became this customer's is known of the conversation as well. */
async function keepOwner(trip: Trip, placeId: string, former: FormerPlace): Promise<void> {
  const { ownedSince, customerId: before } = former;
  await trip.tx.placeIdentity.updateMany({ where: { placeId }, data: { ownedSince } });
  const { customerId: after } = await trip.tx.place.findUniqueOrThrow({ where: { id: placeId } });
  await changeOwner(trip, { placeId, before, after });
}

interface Readable {
  readonly audience: string;
  readonly outside: readonly string[];
  readonly settled: readonly string[];
}

/** The file says who is meant to read a place that somebody had invited us to before; nobody has looked at any other. */
function settledIn(
  known: Known | null,
  { audience, outside, settled }: Readable,
  reason: string | null,
): string[] {
  if (!known) return settled.filter(company => outside.includes(company));
  const isMeant = known.name !== null && audience === 'shared' && reason === null;
  return isMeant ? [...outside] : [];
}
