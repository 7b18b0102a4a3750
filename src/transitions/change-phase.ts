import { planAssessment } from '../confidence/plan-assessment.ts';
import { planLearning } from '../confidence/plan-learning.ts';
import type { Text } from '../delivery/audience.ts';
import { asFact } from '../delivery/fact-words.ts';
import type { Trip } from '../shared/database.ts';
import type { EventKind } from '../timeline/event.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { phaseText } from './phase.ts';
import type { Phase, Transition } from './transition.ts';

/** What `cadence.lastReason` says after a phase change; check-ins replans instead of asking when it reads this. */
const phaseChanged = 'phase changed';

/** What a phase is called on the timeline when it is about the window. */
const kinds: Readonly<Partial<Record<Phase, EventKind>>> = {
  live: 'window.opened',
  settling: 'window.closed',
};

export interface PhaseChange {
  readonly to: Phase;
  readonly since: Date;
  /** The shared fact, where the usual words of the phase would mislead. */
  readonly text?: Text<'shared'>;
}

/** Puts a transition into its next phase: the row, the shared fact, and a fresh look at its check-ins. */
export async function changePhase(
  trip: Trip,
  transition: Transition,
  { to, since, text }: PhaseChange,
): Promise<Transition> {
  const { tx, now } = trip;
  const next: Transition = { ...transition, phase: to, phaseSince: since, heldReason: null };
  await tx.transition.update({
    where: { id: transition.id },
    data: {
      phase: to,
      phaseSince: since,
      heldReason: null,
      // Whoever tells the customer ranks above us, and finds it there.
      ...((to === 'live' || to === 'settling') && { tellDueAt: now }),
    },
  });
  await planAssessment(trip, { customerId: transition.customerId, transitionId: transition.id });
  if (to === 'settling') await planLearning(trip, transition.kind);
  const fact = asFact(text ?? phaseText(transition, to));
  await recordEvent(trip, {
    customerId: transition.customerId,
    transitionId: transition.id,
    kind: kinds[to] ?? 'phase.changed',
    visibility: 'shared',
    at: since,
    text: fact.text,
    data: { phase: to, automatic: true, says: fact.says },
  });
  // Hazard: transitions rank below check-ins and cannot call them. These two values are the whole
  // agreement: askCheckIn, finding lastReason 'phase changed', moves to the new phase's first rung
  // and plans from there; it asks nothing at that moment. Change the words there and here together.
  await tx.cadence.updateMany({
    where: { transitionId: transition.id },
    data:
      to === 'graduated'
        ? { dueAt: null, lastReason: 'graduated' }
        : { dueAt: now, lastReason: phaseChanged },
  });
  return next;
}
