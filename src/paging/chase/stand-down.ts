import { withdrawMessage } from '../../delivery/withdraw-message.ts';
import type { Trip } from '../../shared/database.ts';

export interface StandDown {
  readonly pageId: string;
  /** Whose copy stays, even when it has not been seen yet. */
  readonly exceptId: string | null;
}

/** Stops the calling: what is planned is not called any more, what nobody has seen yet is taken back. */
export async function standDown(trip: Trip, { pageId, exceptId }: StandDown): Promise<void> {
  const { tx } = trip;
  await tx.pageCall.updateMany({
    where: { pageId, state: 'planned' },
    data: { state: 'stood-down', dueAt: null },
  });
  const called = await tx.pageCall.findMany({ where: { pageId, state: 'called' } });
  for (const call of called) {
    if (call.personId !== exceptId) await withdrawMessage(trip, call.messageKey);
  }
}
