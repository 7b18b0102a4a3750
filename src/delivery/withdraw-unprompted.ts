import type { Trip } from '../shared/database.ts';
import type { MessageName } from './card.ts';
import { underway } from './message-state.ts';

/** What we ask by ourselves. */
const unprompted: readonly MessageName[] = ['check-in', 'check-in-repeat'];

/** Takes back what we were about to ask a customer and nobody has seen yet; what is on its way now is not tried again. */
export async function withdrawUnprompted(
  { tx, now }: Trip,
  customerId: string,
  reason: string,
): Promise<void> {
  const unseen = { customerId, name: { in: [...unprompted] }, sentRevision: 0 };
  await tx.message.updateMany({
    where: { ...unseen, state: 'waiting' },
    data: { state: 'withdrawn', reason, dueAt: null, failureDueAt: now },
  });
  await tx.message.updateMany({
    where: { ...unseen, state: { in: [...underway] } },
    data: { notAfter: now },
  });
}
