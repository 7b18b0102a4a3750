import { assessConfidence } from '../confidence/assess-confidence.ts';
import type { Trip } from '../shared/database.ts';
import { listOpenMatters } from './list-open-matters.ts';
import type { Milestone } from './milestone.ts';
import { phasePolicy, type Readiness } from './phase.ts';
import type { Transition } from './transition.ts';

/** How ready a transition is to step back: confidence, what is open, the latest answers. */
export async function getReadiness(
  trip: Pick<Trip, 'tx' | 'now'>,
  transition: Transition,
  milestones: readonly Milestone[],
): Promise<Readiness> {
  const { confidence, reasons } = await assessConfidence(trip, transition.id);
  const checkIns = await trip.tx.checkIn.findMany({
    where: { transitionId: transition.id, state: 'answered' },
    orderBy: { seq: 'desc' },
    take: phasePolicy.goodAnswersInARow,
    select: { answer: true },
  });
  const asked = await trip.tx.checkIn.findFirst({
    where: { customerId: transition.customerId, askedAt: { not: null } },
    orderBy: { askedAt: 'desc' },
    select: { askedAt: true },
  });
  return {
    confidence,
    confidenceReasons: reasons.slice(0, 2),
    open: await listOpenMatters(trip.tx, transition.customerId, milestones),
    answers: checkIns.map(({ answer }) => answer ?? ''),
    lastAskedAt: asked?.askedAt ?? null,
    isQuiet: await isQuiet(trip, transition),
  };
}

/** A question waits for its answer, the check-ins rest or are paused: then nothing else is asked either. */
async function isQuiet(
  { tx, now }: Pick<Trip, 'tx' | 'now'>,
  { id, customerId }: Transition,
): Promise<boolean> {
  const waiting = await tx.checkIn.count({
    where: { customerId, transitionId: id, state: { in: ['asked', 'repeated'] } },
  });
  const held = await tx.cadence.count({
    where: {
      transitionId: id,
      OR: [{ restingSince: { not: null } }, { pausedUntil: { gt: now } }],
    },
  });
  return waiting + held > 0;
}
