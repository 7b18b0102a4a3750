import type { Trip } from '../shared/database.ts';
import { heldBack, type MessageChange } from './message-state.ts';

/**
 * Sends messages that were kept back or given up, because somebody looked at them and said so. What the gate refused it
 * may refuse again, for the same reason. Returns how many there were.
 */
export async function freeHeld({ tx, now }: Trip, ids: readonly string[]): Promise<number> {
  const waiting: MessageChange = { state: 'waiting', dueAt: now, tries: 0, reason: null };
  const { count } = await tx.message.updateMany({
    where: { id: { in: [...ids] }, state: { in: [...heldBack] } },
    data: waiting,
  });
  return count;
}
