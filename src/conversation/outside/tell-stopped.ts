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
  const served = await tx.customer.findMany({
    where: {
      OR: [
        { advocateId: personId },
        { standInId: personId },
        { backupId: personId },
        { managerId: personId },
      ],
    },
    select: { managerId: true },
  });
  const every =
    served.length > 0 ? served : await tx.customer.findMany({ select: { managerId: true } });
  const managers = new Set(every.flatMap(({ managerId }) => managerId ?? []));
  managers.delete(personId);
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
