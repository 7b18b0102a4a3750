import { levelWord } from '../confidence/words.ts';
import type { Trip } from '../shared/database.ts';
import { tellWebhooks } from './tell-webhooks.ts';

/** Engine handler: other systems hear that a customer's confidence has another word by now. The vendor alone reads it. */
export async function tellConfidence(trip: Trip, transitionId: string): Promise<void> {
  const { tx, now } = trip;
  const { customerId, confidence, toldLevel } = await tx.assessment.findUniqueOrThrow({
    where: { transitionId },
  });
  const level = levelWord(confidence);
  await tx.assessment.update({
    where: { transitionId },
    data: { tellDueAt: null, toldLevel: level },
  });
  if (level === toldLevel) return;
  await tellWebhooks(trip, {
    type: 'confidence.changed',
    customerId,
    visibility: 'internal',
    key: `${transitionId}:confidence:${now.toISOString()}`,
    at: now,
    data: { transition: transitionId, confidence, level, before: toldLevel },
  });
}
