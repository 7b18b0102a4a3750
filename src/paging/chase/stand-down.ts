import { withdrawMessages } from '../../delivery/withdraw-messages.ts';
import type { Trip } from '../../shared/database.ts';

export interface StandDown {
  readonly pageId: string;
  /** Whose copy stays, even when it has not been seen yet. */
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
  const others = called.filter(call => call.personId !== exceptId);
  await withdrawMessages(
    trip,
    others.map(call => call.messageKey),
  );
}
