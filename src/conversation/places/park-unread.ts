import type { Trip } from '../../shared/database.ts';
import type { Notice } from '../arrival/notice.ts';
import { notifyParked } from './notify-parked.ts';
import { parkQueued } from './park-queued.ts';
import { reasons } from './place-report.ts';

/** A platform said something of a place that we could not deal with: until somebody has looked, we are silent there. */
export async function parkUnread(trip: Trip, notice: Notice): Promise<void> {
  const { tx } = trip;
  const row = await tx.placeIdentity.findUnique({
    where: { platform_workspace_channel: notice.place },
    include: { place: true },
  });
  if (!row || row.place.customerId === null || row.place.parkedReason !== null) return;
  const parkedReason = reasons.unclear;
  const place = await tx.place.update({ where: { id: row.placeId }, data: { parkedReason } });
  const held = await parkQueued(trip, place.id, parkedReason);
  await notifyParked(trip, { place, held, noticeId: notice.id });
}
