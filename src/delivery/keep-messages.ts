import type { Trip } from '../shared/database.ts';
import type { Draft } from './draft.ts';
import { type Edit, editMessages } from './edit-messages.ts';
import { sendMessage } from './send-message.ts';

/**
 * Sends messages that are kept up to date: where one stands already, it is edited in place. Other messages that are only
 * edited, where they stand, may go with them.
 */
export async function keepMessages(
  trip: Trip,
  drafts: readonly Draft[],
  others: readonly Edit[] = [],
): Promise<void> {
  const standing = await editMessages(trip, [...drafts, ...others]);
  for (const draft of drafts) if (!standing.has(draft.key)) await sendMessage(trip, draft);
}
