import type { Json, Trip } from '../shared/database.ts';
import type { Inbound } from './inbound.ts';

/** Writes down what came in, before the platform is answered. The same id a second time changes nothing. */
export async function receiveInbound(trip: Trip, inbound: Inbound): Promise<'new' | 'duplicate'> {
  const { count } = await trip.tx.inbox.createMany({
    data: [
      {
        id: inbound.id,
        payload: inbound as unknown as Json,
        state: 'waiting',
        receivedAt: trip.now,
        dueAt: trip.now,
      },
    ],
    skipDuplicates: true,
  });
  return count === 1 ? 'new' : 'duplicate';
}
