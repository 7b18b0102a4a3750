import { isDeepStrictEqual } from 'node:util';
import { listWorkspaceCustomers } from '../../customers/list-workspace-customers.ts';
import { sendAgain } from '../../delivery/send-again.ts';
import type { Trip, Tx } from '../../shared/database.ts';
import type { Notice } from '../arrival/notice.ts';
import { askPlace } from './ask-place.ts';
import { movePlace } from './move-place.ts';
import { notifyParked } from './notify-parked.ts';
import { parkQueued } from './park-queued.ts';
import { reasons, reviewPlace } from './place-report.ts';

/**
 * Writes down what a platform says of a place. A place we have just come to belongs to nobody until a
 * vendor person says whose it is; one whose readers have changed is parked at once, and what was queued
 * for the old ones stays.
 */
export async function updatePlace(trip: Trip, notice: Notice): Promise<void> {
  const { tx } = trip;
  const place = (await findPlaceRow(tx, notice)) ?? (await notePlace(trip, notice));
  if (!place) return;
  if (notice.notice.kind === 'moved') await movePlace(trip, { place, notice });
  const { kind } = notice.notice;
  const trust = (await isFirstSight(trip, place, notice)) ? 'first' : 'known';
  const outside = await listReaders(trip, place, notice);
  const judged = reviewPlace(place, { kind, outside, trust });
  const name = notice.name ?? place.name;
  const after = await keep(trip, place, { ...judged, name });
  const { parkedReason } = judged;
  if (place.customerId === null) {
    if (kind === 'joined') await askPlace(trip, { place: after, notice });
    return;
  }
  if (kind === 'joined' && parkedReason === null)
    await sendAgain(trip, { placeId: place.id, name: 'welcome' });
  if (parkedReason === null || parkedReason === place.parkedReason) return;
  const held = await parkQueued(trip, place.id, parkedReason);
  await notifyParked(trip, { place: after, held, noticeId: notice.id });
}

/** What a platform says again and again changes nothing, or nobody could remember the setup for long. */
async function keep({ tx }: Trip, place: PlaceRow, said: Partial<PlaceRow>): Promise<PlaceRow> {
  if (isDeepStrictEqual({ ...place, ...said }, place)) return place;
  return tx.place.update({ where: { id: place.id }, data: said });
}

/** A place may be several conversations: whoever reads one of them reads it. Null when the platform did not say. */
async function listReaders(
  { tx }: Trip,
  { id: placeId }: PlaceRow,
  { notice, place, outside }: Notice,
): Promise<string[] | null> {
  if (outside === null) return null;
  const channel = notice.kind === 'moved' ? notice.channel : place.channel;
  const isNews = { NOT: { outside: { equals: outside } } };
  await tx.placeIdentity.updateMany({
    where: { ...place, channel, placeId, ...isNews },
    data: { outside },
  });
  const all = await tx.placeIdentity.findMany({ where: { placeId }, select: { outside: true } });
  return [...new Set([...outside, ...all.flatMap(one => one.outside)])];
}

type PlaceRow = NonNullable<Awaited<ReturnType<typeof findPlaceRow>>>;

/** The place, locked: somebody who settles it at this moment waits, or is waited for. */
async function findPlaceRow(tx: Tx, { place }: Notice) {
  const { platform, workspace, channel } = place;
  await tx.$queryRaw`SELECT p.id FROM place p JOIN place_identity i ON i."placeId" = p.id
    WHERE i.platform = ${platform} AND i.workspace = ${workspace} AND i.channel = ${channel} FOR UPDATE OF p`;
  const row = await tx.placeIdentity.findUnique({
    where: { platform_workspace_channel: place },
    include: { place: true },
  });
  return row?.place ?? null;
}

/** A place nobody has told us of: written down only when we have come to it. */
async function notePlace({ tx, random }: Trip, notice: Notice): Promise<PlaceRow | null> {
  if (notice.notice.kind !== 'joined') return null;
  return tx.place.create({
    data: {
      id: `unknown-${random.id()}`,
      audience: 'shared',
      parkedReason: reasons.unbound,
      identities: { create: notice.place },
    },
  });
}

/**
 * A place from the setup file whose readers its platform shows for the first time: they are who the file
 * meant. Unless a person has settled it since, or one of them is known to be another customer's.
 */
async function isFirstSight({ tx }: Trip, place: PlaceRow, notice: Notice): Promise<boolean> {
  const outside = notice.outside ?? [];
  if (place.customerId === null || place.settled.length > 0 || outside.length === 0) return false;
  const bySomebody = await tx.audit.count({ where: { action: 'place.settle', subject: place.id } });
  if (bySomebody > 0) return false;
  for (const workspace of outside) {
    const { platform } = notice.place;
    const others = await listWorkspaceCustomers(tx, { platform, workspace });
    if (others.some(customerId => customerId !== place.customerId)) return false;
  }
  return true;
}
