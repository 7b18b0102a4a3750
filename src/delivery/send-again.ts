import type { Trip } from '../shared/database.ts';
import type { MessageName } from './card.ts';
import type { MessageChange } from './message-state.ts';

export interface Unsaid {
  readonly placeId: string;
  readonly name: MessageName;
}

/** Brings back what was never said in a place because nothing could be said there. */
export async function sendAgain({ tx, now }: Trip, { placeId, name }: Unsaid): Promise<void> {
  const waiting: MessageChange = { state: 'waiting', dueAt: now, tries: 0, reason: null };
  await tx.message.updateMany({
    where: { toPlaceId: placeId, name, state: 'failed', sentRevision: 0 },
    data: waiting,
  });
}
