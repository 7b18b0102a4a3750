import { addressKey } from '../../delivery/address-key.ts';
import type { Trip } from '../../shared/database.ts';
import type { Notice } from '../arrival/notice.ts';

export interface Moving {
  readonly place: { readonly id: string };
  readonly notice: Notice;
}

/**
 * The same conversation goes on under another id: what we said there, and what was said to us, is found
 * under the new one. References begin with the conversation's id on every platform.
 */
export async function movePlace({ tx }: Trip, { place, notice }: Moving): Promise<void> {
  if (notice.notice.kind !== 'moved') return;
  const { platform, workspace, channel } = notice.place;
  const next = notice.notice.channel;
  if (next === channel) return;
  const where = { platform, workspace, channel: next };
  const holder = await tx.placeIdentity.findUnique({
    where: { platform_workspace_channel: where },
    include: { place: true },
  });
  if (holder && holder.placeId !== place.id) {
    // Somebody spoke under the new id before we were told: nothing is known of it yet that would be lost.
    if (holder.place.customerId !== null) return;
    await tx.placeIdentity.delete({ where: { platform_workspace_channel: where } });
  }
  await tx.placeIdentity.update({
    where: { platform_workspace_channel: notice.place },
    data: { channel: next },
  });
  await tx.message.updateMany({
    where: { toPlaceId: place.id, sentTo: addressKey({ ...notice.place, id: channel }) },
    data: { sentTo: addressKey({ ...notice.place, id: next }) },
  });
  const from = channel.length + 1;
  await tx.$executeRaw`UPDATE message SET "externalRef" = ${next} || substr("externalRef", ${from}::int)
    WHERE "toPlaceId" = ${place.id} AND starts_with("externalRef", ${channel})`;
  await tx.$executeRaw`UPDATE message SET "threadOf" = ${next} || substr("threadOf", ${from}::int)
    WHERE "toPlaceId" = ${place.id} AND starts_with("threadOf", ${channel})`;
}
