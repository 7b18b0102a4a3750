import type { Customer } from '../customers/customer.ts';
import { getCustomer } from '../customers/find-customer.ts';
import type { Trip } from '../shared/database.ts';
import { earliest } from '../shared/time.ts';
import { changePhase } from './change-phase.ts';
import { findTransition } from './find-transition.ts';
import { getReadiness } from './get-readiness.ts';
import { listMilestones } from './list-milestones.ts';
import { notifyHeld } from './notify-held.ts';
import { type PhaseLook, type PhaseStep, phaseStep, type Readiness } from './phase.ts';
import { proposeGraduation } from './propose-graduation.ts';
import { phases, type Transition } from './transition.ts';
import { welcomeAt } from './welcome.ts';
import { welcomeCustomer, welcomeKey } from './welcome-customer.ts';

/**
 * Looks at a transition that is due: moves it through every phase whose time has come, welcomes the
 * customer, proposes graduation, and says when to look next.
 */
export async function moveTransition(trip: Trip, transitionId: string): Promise<void> {
  const { tx, now } = trip;
  let transition = await findTransition(tx, transitionId);
  if (!transition) return;
  const customer = await getCustomer(tx, transition.customerId);
  let step = phaseStep(await lookAt(trip, transition, customer), now);
  for (let left = phases.length; step.kind === 'change' && left > 0; left -= 1) {
    transition = await changePhase(trip, transition, step);
    step = phaseStep(await lookAt(trip, transition, customer), now);
  }
  const heldReason = step.kind === 'hold' ? step.reason : null;
  await carryOut(trip, transition, step);
  const welcomed = await welcomeInTime(trip, transition, customer);
  const next = step.kind === 'change' ? now : step.lookAt;
  await tx.transition.update({
    where: { id: transitionId },
    data: { heldReason, dueAt: earliest([next, welcomed]) },
  });
}

const nothingKnown: Readiness = {
  confidence: 0,
  open: [],
  answers: [],
  lastAskedAt: null,
  isQuiet: false,
};

async function lookAt(trip: Trip, transition: Transition, customer: Customer): Promise<PhaseLook> {
  const milestones = await listMilestones(trip.tx, [transition.id]);
  const isStepping = transition.phase === 'settling' || transition.phase === 'steady';
  const readiness = isStepping ? await getReadiness(trip, transition, milestones) : nothingKnown;
  return { transition, milestones, readiness, customer };
}

async function carryOut(trip: Trip, transition: Transition, step: PhaseStep): Promise<void> {
  if (step.kind === 'propose') await proposeGraduation(trip, transition.id, step.why);
  if (step.kind === 'hold' && transition.phase === 'settling') {
    await notifyHeld(trip, transition, step.reason);
  }
}

/** Welcomes when it is time, else returns when it will be; null when it is done or no longer fitting. */
async function welcomeInTime(
  trip: Trip,
  transition: Transition,
  customer: Customer,
): Promise<Date | null> {
  const { tx, now } = trip;
  if (transition.phase === 'steady' || transition.phase === 'graduated') return null;
  const key = welcomeKey(transition.id);
  if (await tx.message.findUnique({ where: { key }, select: { id: true } })) return null;
  const at = welcomeAt(transition, customer, now);
  if (at > now) return at;
  await welcomeCustomer(trip, transition.id);
  return null;
}
