import type { Trip } from '../shared/database.ts';
import { heldBack, underway } from './message-state.ts';

/**
 * Takes back a message that nobody has seen yet, also one that failed: newer words do not bring it back. One that is
 * on its way now is not tried again; one that was sent stays.
 */
export async function withdrawMessage({ tx, now }: Trip, key: string): Promise<void> {
  await tx.message.updateMany({
    where: { key, state: { in: ['waiting', ...heldBack] }, sentRevision: 0 },
    data: { state: 'withdrawn', dueAt: null },
  });
  await tx.message.updateMany({
    where: { key, state: { in: [...underway] }, sentRevision: 0 },
    data: { notAfter: now },
  });
}
