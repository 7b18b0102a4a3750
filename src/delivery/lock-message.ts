import type { Trip } from '../shared/database.ts';
import { statement } from '../shared/statement.ts';
import { messageRow, type SendableMessage } from './message-row.ts';

/** Hazard: in one order, so that two trips that want the same messages never wait for each other in a ring. */
const lock = statement(
  'lock-messages',
  'SELECT * FROM message WHERE key = ANY ($1) ORDER BY seq FOR UPDATE',
  messageRow,
);

/**
 * The messages as they stand, kept as they are until this trip ends. Hazard: decided from a row read without this, an
 * edit and the end of a send that meet undo each other.
 */
export function lockMessages(trip: Trip, keys: readonly string[]): Promise<SendableMessage[]> {
  return trip.run(lock, [keys]);
}

/** One of them; null when there is none. */
export async function lockMessage(trip: Trip, key: string): Promise<SendableMessage | null> {
  const [row] = await lockMessages(trip, [key]);
  return row ?? null;
}
