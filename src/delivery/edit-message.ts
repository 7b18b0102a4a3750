import type { Trip } from '../shared/database.ts';
import type { Card } from './card.ts';
import { editMessages } from './edit-messages.ts';

/** Replaces what the message `key` says, as `editMessages` does. */
export async function editMessage(trip: Trip, key: string, card: Card): Promise<void> {
  await editMessages(trip, [{ key, card }]);
}
