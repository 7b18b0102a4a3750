import { withdrawMessages } from '../../delivery/withdraw-messages.ts';
import type { Trip } from '../../shared/database.ts';

export interface StandDown {
  readonly pageId: string;
  /** Whose copy in chat stays, even when it has not been seen yet; outside chat they need to be called no more. */
  readonly exceptId: string | null;
}

/** Stops the calling: what is planned is not called any more, what nobody has seen yet is taken back. */
export async function standDown(trip: Trip, { pageId, exceptId }: StandDown): Promise<void> {
  await trip.tx.pageCall.updateMany({
    where: { pageId, state: 'planned' },
    data: { state: 'stood-down', dueAt: null },
  });
  const called = await trip.tx.pageCall.findMany({
    where: { pageId, state: { in: ['called', 'unheard'] } },
  });
  const others = called.filter(({ personId, via }) => personId !== exceptId || via !== 'chat');
  await withdrawMessages(
    trip,
    others.map(call => call.messageKey),
  );
}
