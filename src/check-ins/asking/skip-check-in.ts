import type { Trip } from '../../shared/database.ts';
import { recordEvent } from '../../timeline/record-event.ts';
import type { Scene } from '../cadence/scene.ts';

/** Writes down that a check-in which was due is not sent, and why. */
export async function skipCheckIn(
  trip: Trip,
  { cadence, transition }: Scene,
  reason: string,
): Promise<void> {
  const { tx, now, random } = trip;
  const { id: transitionId, customerId } = transition;
  await tx.checkIn.create({
    data: {
      id: random.id(),
      transitionId,
      customerId,
      seq: cadence.nextSeq,
      state: 'skipped',
      rung: cadence.rung,
      plannedFor: cadence.dueAt ?? now,
      reason,
    },
  });
  await tx.cadence.update({ where: { transitionId }, data: { nextSeq: { increment: 1 } } });
  await recordEvent(trip, {
    customerId,
    transitionId,
    kind: 'check-in.skipped',
    visibility: 'internal',
    text: `Check-in not sent: ${reason}.`,
  });
}
