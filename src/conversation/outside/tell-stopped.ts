import { listManagersOf } from '../../customers/list-managers-of.ts';
import { internalCard } from '../../delivery/card.ts';
import { sendMessage } from '../../delivery/send-message.ts';
import type { Trip } from '../../shared/database.ts';
import { stoppedText } from './outside-words.ts';

export interface Stopped {
  readonly personId: string;
  /** Names the message that said so. */
  readonly key: string;
}

/** STOP ends every text message to a person, at the carrier: they and the managers they work for are told, in chat. */
export async function tellStopped(trip: Trip, { personId, key }: Stopped): Promise<void> {
  const { tx } = trip;
  const person = await tx.person.findUnique({ where: { id: personId } });
  if (!person) return;
  const managers = await listManagersOf(tx, personId);
  for (const reader of [personId, ...managers]) {
    const what = stoppedText(person.name, reader === personId ? 'themselves' : 'manager');
    await sendMessage(trip, {
      key: `stopped:${key}:${reader}`,
      lane: 'replies',
      to: { personId: reader },
      card: internalCard('answer', null, { body: [what] }),
    });
  }
}
