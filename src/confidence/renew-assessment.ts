import type { Trip } from '../shared/database.ts';
import { plus } from '../shared/time.ts';
import { assessConfidence } from './assess-confidence.ts';
import { confidencePolicy } from './policy.ts';
import { levelWord } from './words.ts';

/** Engine handler: looks at the confidence of a transition again. One that is over has none any more. */
export async function renewAssessment(trip: Trip, transitionId: string): Promise<void> {
  const { tx, now } = trip;
  const transition = await tx.transition.findUnique({ where: { id: transitionId } });
  if (!transition || transition.phase === 'graduated') {
    await tx.assessment.delete({ where: { transitionId } });
    return;
  }
  const { confidence } = await assessConfidence(trip, transitionId);
  const before = await tx.assessment.findUnique({ where: { transitionId } });
  const isNews = levelWord(confidence) !== before?.toldLevel && (await tx.webhook.count()) > 0;
  await tx.assessment.update({
    where: { transitionId },
    data: {
      confidence,
      dueAt: plus(now, confidencePolicy.renewedMilliseconds),
      ...(isNews && { tellDueAt: now }),
    },
  });
}
