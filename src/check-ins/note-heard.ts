import type { Card } from '../delivery/card.ts';
import { editMessage } from '../delivery/edit-message.ts';
import type { Trip } from '../shared/database.ts';
import { type Answered, answeredCard } from './cards.ts';
import { askKey, type CheckIn, repeatKey } from './check-in.ts';
import { listOpenCheckIns } from './list-open-check-ins.ts';

/**
 * Somebody on the customer's side spoke: silence and rest end, and no question waits any more. Returns
 * the transitions that had been waiting or resting, whose next check-in must be planned afresh.
 */
export async function noteHeard({ tx, now }: Trip, customerId: string): Promise<Set<string>> {
  const resting = await tx.cadence.findMany({
    where: { customerId, restingSince: { not: null } },
    select: { transitionId: true },
  });
  // Hazard: this waits for a question that is being asked right now; only then can it be seen below.
  await tx.cadence.updateMany({
    where: { customerId },
    data: { heardAt: now, restingSince: null, restAttempt: null },
  });
  const open = await listOpenCheckIns(tx, customerId);
  await tx.checkIn.updateMany({
    where: { id: { in: open.map(({ id }) => id) } },
    data: { state: 'heard', answeredAt: now, dueAt: null },
  });
  return new Set([...open, ...resting].map(({ transitionId }) => transitionId));
}

/** Shows an answer in the question itself, and in its repeat, in place. */
export async function showAnswer(trip: Trip, { id }: CheckIn, answered: Answered): Promise<void> {
  for (const key of [askKey(id), repeatKey(id)]) {
    const message = await trip.tx.message.findUnique({ where: { key } });
    if (!message) continue;
    // The stored card is the one we composed for this customer's place.
    const asked = message.card as unknown as Card<'shared'>;
    if (!asked.actions) continue;
    await editMessage(trip, key, answeredCard(asked, answered));
  }
}
