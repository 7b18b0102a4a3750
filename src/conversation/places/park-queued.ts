import type { MessageChange } from '../../delivery/message-state.ts';
import type { Trip } from '../../shared/database.ts';

/** Holds back for good what waits to be sent to a place: it was written for other readers. Returns how many messages. */
export async function parkQueued(
  { tx, now }: Trip,
  placeId: string,
  reason: string,
): Promise<number> {
  const waiting = { toPlaceId: placeId, dueAt: { not: null }, state: 'waiting' } as const;
  // What stands there already keeps its old words, and can be edited once the place is settled again.
  await tx.message.updateMany({
    where: { ...waiting, sentRevision: { gt: 0 } },
    data: { state: 'sent', dueAt: null },
  });
  const held: MessageChange = {
    state: 'parked',
    reason: `The place is parked: ${reason}`,
    dueAt: null,
  };
  const pages = await tx.message.updateMany({
    where: { ...waiting, lane: 'pages' },
    data: { ...held, failureDueAt: now },
  });
  const others = await tx.message.updateMany({ where: waiting, data: held });
  return pages.count + others.count;
}
