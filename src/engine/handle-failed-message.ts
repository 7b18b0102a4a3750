import { skipUnasked } from '../check-ins/asking/skip-unasked.ts';
import { handleFailedDrillCall } from '../drills/handle-failed-drill-call.ts';
import { handleFailedCall } from '../paging/chase/handle-failed-call.ts';
import type { Trip } from '../shared/database.ts';

/** A message never arrived, and whoever had it said decides what follows. */
export async function handleFailedMessage(trip: Trip, messageId: string): Promise<void> {
  const message = await trip.tx.message.findUnique({
    where: { id: messageId },
    select: { lane: true, name: true },
  });
  if (message?.name === 'drill') return handleFailedDrillCall(trip, messageId);
  return message?.lane === 'check-ins'
    ? skipUnasked(trip, messageId)
    : handleFailedCall(trip, messageId);
}
